import type { Entry, LogbookEvent } from '../../shared/logbook-event';

type Fields = Partial<Record<string, unknown>>;

/** Validates received data; `undefined` for anything that isn't a logbook event. */
export function readLogbookEvent(data: unknown): LogbookEvent | undefined {
  const { type, entry, within, id, reason } = fieldsOf(parse(data));
  switch (type) {
    case 'entry': {
      const read = readEntry(entry);
      return read && { type, entry: read };
    }
    case 'alive':
      return typeof within === 'number' && within > 0
        ? { type, within }
        : undefined;
    case 'reset':
      return { type };
    case 'refused':
      return typeof id === 'string' && typeof reason === 'string'
        ? { type, id, reason }
        : undefined;
    default:
      return undefined;
  }
}

function readEntry(value: unknown): Entry | undefined {
  const { id, text, cursor } = fieldsOf(value);
  return typeof id === 'string' &&
    typeof text === 'string' &&
    typeof cursor === 'string'
    ? { id, text, cursor }
    : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
