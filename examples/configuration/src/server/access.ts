import { createHash, timingSafeEqual } from 'node:crypto';

/** Name of the cookie that contains the access token. */
export const cookieName = 'access';

/**
 * Whether a request has the access token, in an `Authorization` header or in a
 * cookie. Middleware, routes and `upgrade` hooks all have these headers.
 */
export function hasAccess(headers: Headers): boolean {
  const token = bearerToken(headers) ?? cookieToken(headers);
  return token !== undefined && isAccessToken(token);
}

/** Compares a token with `ACCESS_TOKEN`, in constant time. */
export function isAccessToken(token: string): boolean {
  const expected = process.env['ACCESS_TOKEN'] ?? '';
  if (expected.length < 32) {
    console.error('ACCESS_TOKEN needs 32 characters or more: access denied.');
    return false;
  }
  return timingSafeEqual(hash(token), hash(expected));
}

function bearerToken(headers: Headers): string | undefined {
  return /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

function cookieToken(headers: Headers): string | undefined {
  const prefix = `${cookieName}=`;
  return headers
    .get('cookie')
    ?.split('; ')
    .find((cookie) => cookie.startsWith(prefix))
    ?.slice(prefix.length);
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
