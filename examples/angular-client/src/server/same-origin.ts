/** Whether a request is from a page of this server. Non-browser clients send no origin, and are accepted. */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  const host = headers.get('host');
  return [null, `http://${host}`, `https://${host}`].includes(origin);
}
