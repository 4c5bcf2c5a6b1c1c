import { createEventStream, defineEventHandler, getHeader } from 'h3';

const period = 100;
const retry = 1000;

/** Counts tenths of a second, on from the last event that the client has got. */
export default defineEventHandler((event) => {
  const lastId = Number(getHeader(event, 'last-event-id'));
  let count = Number.isSafeInteger(lastId) ? lastId : 0;

  const stream = createEventStream(event);
  const push = () => {
    count += 1;
    void stream.push({ id: `${count}`, data: `${count}`, retry });
  };
  const timer = setInterval(push, period);
  stream.onClosed(() => clearInterval(timer));

  // No header is sent before the first event.
  push();
  return stream.send();
});
