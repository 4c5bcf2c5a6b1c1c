import type { EventStreamMessage, H3Event } from 'h3';
import {
  createError,
  createEventStream,
  defineEventHandler,
  getHeader,
  getQuery,
} from 'h3';
import type { LogbookEvent } from '../../../../shared/logbook-event';
import { logbook } from '../../../logbook/logbook';

/** The book as an event stream: to read only. */
export default defineEventHandler((event) => {
  if (logbook.isFull) {
    throw createError({ statusCode: 503 });
  }
  const stream = createEventStream(event);
  // Never await a push before `send`: nobody takes it yet, so both would wait.
  const leave = logbook.join(lastCursor(event), (one) => {
    void stream.push(toMessage(one));
  });
  stream.onClosed(leave);
  return stream.send();
});

/** An entry has its cursor for an id, so that a browser says by itself where it was. */
function toMessage(event: LogbookEvent): EventStreamMessage {
  switch (event.type) {
    case 'entry':
      return { id: event.entry.cursor, data: JSON.stringify(event) };
    default:
      return { data: JSON.stringify(event) };
  }
}

/** The header of a browser that reconnects by itself; the query of a new EventSource, which can set none. */
function lastCursor(event: H3Event): string {
  const { after } = getQuery(event);
  return (
    getHeader(event, 'last-event-id') ??
    (typeof after === 'string' ? after : '')
  );
}
