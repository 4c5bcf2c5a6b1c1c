import { settings } from './settings/settings';

/**
 * Whether a request comes from a page of this server, or of a listed origin.
 * What is no browser names no origin: it is let in, and needs a session.
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
