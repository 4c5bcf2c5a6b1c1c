import { createError, createEventStream, defineEventHandler } from 'h3';
import { isFull, join } from '../../listeners';

export default defineEventHandler((event) => {
  if (isFull()) {
    throw createError({ statusCode: 503, message: 'Too many listeners.' });
  }
  const stream = createEventStream(event);
  const { res } = event.node;
  const leave = join({
    send: (text) => void stream.push(text),
    waiting: () => res.writableLength,
    // Closing the stream would keep the backlog in memory.
    cut: () => res.destroy(),
  });
  stream.onClosed(leave);
  // No header goes out before the first event.
  void stream.push({ event: 'open', data: '' });
  return stream.send();
});
