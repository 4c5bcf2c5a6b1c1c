import { limits } from '../../shared/limits';

/** The text of `{"text":"Hello"}`; `undefined` for anything else, and for what is too long. */
export function readText(value: unknown): string | undefined {
  const text =
    typeof value === 'object' && value !== null && 'text' in value
      ? value.text
      : undefined;
  return typeof text === 'string' && text.length <= limits.charactersPerMessage
    ? text
    : undefined;
}

/** The same of JSON that may be none. */
export function readTextOfJson(json: string): string | undefined {
  try {
    return readText(JSON.parse(json));
  } catch {
    return undefined;
  }
}
