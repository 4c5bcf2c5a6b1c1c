import type { Entry, LogbookEvent } from '../../shared/logbook-event';

const kept = 200;

/** The list after an event. An entry that is there already is not added again. */
export function withEvent(
  entries: readonly Entry[],
  event: LogbookEvent,
): readonly Entry[] {
  switch (event.type) {
    case 'reset':
      return [];
    case 'entry':
      return entries.some(({ id }) => id === event.entry.id)
        ? entries
        : [...entries, event.entry].slice(-kept);
    default:
      return entries;
  }
}

/** What a URL says of the last entry that somebody has. */
export function afterLast(entries: readonly Entry[]): string {
  const cursor = entries.at(-1)?.cursor;
  return cursor === undefined ? '' : `?after=${encodeURIComponent(cursor)}`;
}
