import { createEventStream, defineEventHandler } from 'h3';

export default defineEventHandler((event) => {
  const stream = createEventStream(event);
  void stream.push(new Date().toISOString());
  const timer = setInterval(
    () => void stream.push(new Date().toISOString()),
    1000,
  );
  stream.onClosed(() => clearInterval(timer));
  return stream.send();
});
