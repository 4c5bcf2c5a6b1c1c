import type { EventStreamMessage, H3Event } from 'h3';
import {
  assertMethod,
  createError,
  createEventStream,
  defineEventHandler,
  getHeader,
  getRequestURL,
} from 'h3';
import { join, keptSoFar, readerCount } from '../../ticks';

const maxReaders = 100;
const retry = 2000;

export default defineEventHandler((event) => {
  assertMethod(event, 'GET');
  if (readerCount() >= maxReaders) {
    throw createError({ statusCode: 503, statusMessage: 'Too many readers' });
  }

  const stream = createEventStream(event);
  // Don't await a push before `send`: nothing reads it yet, so both would wait.
  const push = (messages: readonly EventStreamMessage[]) =>
    void stream.push(messages.map((message) => ({ retry, ...message })));

  const leave = join((tick) => push([tick]));
  stream.onClosed(leave);
  push(firstMessages(lastEventId(event)));
  return stream.send();
});

/** The first events of a reader, so that nothing is missed or repeated. */
function firstMessages(lastId: string | null): readonly EventStreamMessage[] {
  const kept = keptSoFar();
  if (!lastId) return kept.slice(-1);

  const last = kept.findIndex((tick) => tick.id === lastId);
  if (last >= 0) return kept.slice(last + 1);

  // The server has restarted, the id is too old, or it's invalid. Report that,
  // and send all stored events: the reader handles the gap.
  return [{ event: 'reset', data: 'unknown Last-Event-ID' }, ...kept];
}

/** A new EventSource can't set the header, so the query replaces it. */
function lastEventId(event: H3Event): string | null {
  return (
    getHeader(event, 'last-event-id') ??
    getRequestURL(event).searchParams.get('lastEventId')
  );
}
