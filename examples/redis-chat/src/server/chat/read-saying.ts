import type { Saying } from '../../shared/chat-event';
import { limits } from '../../shared/chat-limits';

/** Reads `{"key":"5f0c2a…","text":"Hello"}`; `undefined` for anything else, and for what is too long. */
export function readSaying(json: string): Saying | undefined {
  const { key, text } = parse(json);
  return typeof key === 'string' &&
    /^[\w-]{8,64}$/.test(key) &&
    typeof text === 'string' &&
    text.length <= limits.charactersPerMessage
    ? { key, text }
    : undefined;
}

function parse(json: string): { key?: unknown; text?: unknown } {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
