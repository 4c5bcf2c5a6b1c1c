import { createEventStream, defineEventHandler, getHeader } from 'h3';

/** Two events after the last one that the client has, then closes the connection. */
export default defineEventHandler((event) => {
  const last = Number(getHeader(event, 'last-event-id') ?? 0);
  const stream = createEventStream(event);
  const push = async () => {
    for (const id of [last + 1, last + 2]) {
      await stream.push({ id: `${id}`, data: `event ${id}`, retry: 10 });
    }
    await stream.close();
  };
  void push();
  return stream.send();
});
