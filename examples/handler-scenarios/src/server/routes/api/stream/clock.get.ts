import { createEventStream, defineEventHandler } from 'h3';

export default defineEventHandler((event) => {
  const stream = createEventStream(event);
  const push = () => void stream.push(new Date().toISOString());
  const timer = setInterval(push, 1000);
  stream.onClosed(() => clearInterval(timer));
  push();
  return stream.send();
});
