import { limits } from '../../shared/room-limits';

/** Reads the text of `{"text":"Hello"}`; `undefined` if it's invalid or too long. */
export function readText(value: unknown): string | undefined {
  const text =
    typeof value === 'object' && value !== null && 'text' in value
      ? value.text
      : undefined;
  return typeof text === 'string' && text.length <= limits.charactersPerMessage
    ? text
    : undefined;
}

/** Reads the text of a JSON string, which may be invalid. */
export function readTextOfJson(json: string): string | undefined {
  try {
    return readText(JSON.parse(json));
  } catch {
    return undefined;
  }
}
