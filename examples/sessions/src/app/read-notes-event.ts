import type { NotesEvent } from '../shared/notes-event';

/** Reads a frame; `undefined` for anything but an event of the server. */
export function readNotesEvent(frame: unknown): NotesEvent | undefined {
  const { type, user, expiresAt, notes, text, reason } = fieldsOf(frame);
  switch (type) {
    case 'welcome':
      return typeof user === 'string' &&
        typeof expiresAt === 'number' &&
        isListOfTexts(notes)
        ? { type, user, expiresAt, notes }
        : undefined;
    case 'note':
      return typeof text === 'string' ? { type, text } : undefined;
    case 'error':
      return typeof reason === 'string' ? { type, reason } : undefined;
    default:
      return undefined;
  }
}

function isListOfTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.every((item) => typeof item === 'string')
  );
}

function fieldsOf(frame: unknown): Partial<Record<string, unknown>> {
  try {
    const value: unknown =
      typeof frame === 'string' ? JSON.parse(frame) : undefined;
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
