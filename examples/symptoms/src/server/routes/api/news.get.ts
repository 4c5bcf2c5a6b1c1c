import { createEventStream, defineEventHandler } from 'h3';
import { listenToNews } from '../../news';

export default defineEventHandler((event) => {
  const stream = createEventStream(event);
  const stopListening = listenToNews((headline) => void stream.push(headline));
  stream.onClosed(stopListening);

  // No header is sent before the first event, and no client reads before `send()`.
  void stream.push({ event: 'ready', data: 'ready' });
  return stream.send();
});
