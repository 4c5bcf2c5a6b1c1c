import { createEventStream, defineEventHandler, getRequestHeader } from 'h3';

/** Returns the credentials of a request for a stream. */
export default defineEventHandler((event) => {
  const stream = createEventStream(event);
  const cookies = getRequestHeader(event, 'cookie') ?? '';
  const seen = {
    cookie: cookies.includes('__Host-session=') ? 'comes along' : 'is missing',
    authorization: getRequestHeader(event, 'authorization') ?? 'is missing',
  };
  void stream.push(JSON.stringify(seen));
  return stream.send();
});
