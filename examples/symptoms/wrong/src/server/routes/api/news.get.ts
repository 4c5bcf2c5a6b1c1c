// Wrong on purpose: nothing is pushed before there is news.
import { createEventStream, defineEventHandler } from 'h3';
import { listenToNews } from '../../news';

export default defineEventHandler((event) => {
  const stream = createEventStream(event);
  const stopListening = listenToNews((headline) => void stream.push(headline));
  stream.onClosed(stopListening);
  return stream.send();
});
