import type { Entry, LogbookEvent } from '../../shared/logbook-event';

const kept = 200;

/** Returns the list after an event. Entries that are already in it aren't added again. */
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

/** Returns the query with the cursor of the last entry. */
export function afterLast(entries: readonly Entry[]): string {
  const cursor = entries.at(-1)?.cursor;
  return cursor === undefined ? '' : `?after=${encodeURIComponent(cursor)}`;
}
