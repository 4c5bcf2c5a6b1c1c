import { limits, type Note } from '../../shared/logbook-event';

/** Reads what a client sends: `{"id":"a1b2c3d4","text":"Hello"}`; `undefined` for anything else. */
export function readNote(json: string): Note | undefined {
  const value = parse(json);
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('id' in value) || !('text' in value)) return undefined;
  const { id, text } = value;
  return typeof id === 'string' &&
    /^[\w-]{8,40}$/.test(id) &&
    typeof text === 'string' &&
    text.length <= limits.charactersPerNote
    ? { id, text }
    : undefined;
}

/** The id of an invalid note, for the error that its sender receives; empty without one. */
export function idOf(json: string): string {
  const value = parse(json);
  return typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string'
    ? value.id.slice(0, 40)
    : '';
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
