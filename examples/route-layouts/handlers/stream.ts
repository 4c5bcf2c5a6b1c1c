import { createEventStream, defineEventHandler } from 'h3';

export default defineEventHandler((event) => {
  const stream = createEventStream(event);
  // Not awaited: the push ends when a client reads, and that is after `send`.
  void stream.push('stream');
  return stream.send();
});
