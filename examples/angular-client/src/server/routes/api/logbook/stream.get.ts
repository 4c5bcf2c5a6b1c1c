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

/** Reads the logbook as an event stream. */
export default defineEventHandler((event) => {
  if (logbook.isFull) {
    throw createError({ statusCode: 503 });
  }
  const stream = createEventStream(event);
  // Don't await a push before `send`: nothing reads it yet, so both would wait.
  const leave = logbook.join(lastCursor(event), (one) => {
    void stream.push(toMessage(one));
  });
  stream.onClosed(leave);
  return stream.send();
});

/** The ID of an event is its cursor, so browsers send it when they reconnect. */
function toMessage(event: LogbookEvent): EventStreamMessage {
  switch (event.type) {
    case 'entry':
      return { id: event.entry.cursor, data: JSON.stringify(event) };
    default:
      return { data: JSON.stringify(event) };
  }
}

/** The header when the browser reconnects by itself; the query of a new EventSource, which can't set headers. */
function lastCursor(event: H3Event): string {
  const { after } = getQuery(event);
  return (
    getHeader(event, 'last-event-id') ??
    (typeof after === 'string' ? after : '')
  );
}
