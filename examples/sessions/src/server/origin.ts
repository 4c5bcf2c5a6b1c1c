import { settings } from './settings/settings';

/**
 * Whether a request comes from a page of this server or of an allowed origin.
 * Non-browser clients send no origin: they're accepted, and need a session.
 */
export function isAllowedOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  const host = headers.get('host');
  return (
    origin === null ||
    origin === `https://${host}` ||
    origin === `http://${host}` ||
    settings.allowedOrigins.includes(origin)
  );
}
