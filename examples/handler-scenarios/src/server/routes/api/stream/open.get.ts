import { createEventStream, defineEventHandler } from 'h3';
import { countReader } from '../../../readers';

/** One event, then silence until the reader leaves. */
export default defineEventHandler((event) => {
  const stream = createEventStream(event);
  stream.onClosed(countReader());
  void stream.push('you are reading');
  return stream.send();
});
