/** Whether a request is from a page of this server. What is no browser names no origin, and is let in. */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  const host = headers.get('host');
  return [null, `http://${host}`, `https://${host}`].includes(origin);
}
