// Wrong on purpose: the push waits for a reader, and the reader for `send()`.
import { createEventStream, defineEventHandler } from 'h3';

export default defineEventHandler(async (event) => {
  const stream = createEventStream(event);
  await stream.push({ event: 'ready', data: 'ready' });
  return stream.send();
});
