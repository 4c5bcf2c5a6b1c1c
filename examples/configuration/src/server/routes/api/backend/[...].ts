import { defineEventHandler, getRequestURL, proxyRequest } from 'h3';

const backend = process.env['BACKEND_URL'] ?? 'http://localhost:8080';

// #region proxy
export default defineEventHandler((event) => {
  const { pathname, search } = getRequestURL(event);
  const path = pathname.slice('/api/backend'.length);
  // When the client disconnects, the request to the backend ends too.
  const client = new AbortController();
  event.node.res.once('close', () => client.abort());
  return proxyRequest(event, `${backend}${path}${search}`, {
    fetchOptions: { signal: client.signal },
  });
});
// #endregion proxy
