import { defineEventHandler } from 'h3';
import { openEventStream } from '../../event-streams';

export default defineEventHandler((event) => {
  const stream = openEventStream(event);
  let count = 0;
  const push = () => void stream.push(String(++count));
  const timer = setInterval(push, 1000);
  stream.onClosed(() => clearInterval(timer));

  // No header is sent before the first event.
  push();
  return stream.send();
});
