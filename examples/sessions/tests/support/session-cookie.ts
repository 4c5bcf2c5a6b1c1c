import { randomUUID } from 'node:crypto';
import { sealSession } from 'h3';
import { inject } from 'vitest';
import { development } from '../../src/server/settings/development';
import { password, productionSecret } from './accounts';

export const cookieName = '__Host-session';
const sessionSeconds = 8 * 60 * 60;

/** Signs in, and returns the cookie for requests. */
export async function signIn(server: string, name: string): Promise<string> {
  const response = await fetch(`${server}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  if (response.status !== 200 || !cookie) {
    throw new Error(`${name} could not sign in: ${response.status}`);
  }
  return cookie;
}

/**
 * Seals the cookie of an older session like the server.
 *
 * @param left seconds until it expires
 * @param secret another secret for a forged cookie
 */
export async function sealedCookie(
  server: string,
  name: string,
  { left = sessionSeconds, secret = secretOf(server) } = {},
): Promise<string> {
  const createdAt = Date.now() - (sessionSeconds - left) * 1000;
  const session = { id: randomUUID(), createdAt, data: { user: name } };
  const sealed = await sealSession(
    {
      headers: new Headers(),
      context: { sessions: { [cookieName]: session } },
    },
    { name: cookieName, password: secret },
  );
  return `${cookieName}=${sealed}`;
}

/** Returns a URL that sets the cookie of Ada's session. */
export async function cookieUrl(
  server: string,
  sameSite: 'lax' | 'none',
  left = sessionSeconds,
): Promise<string> {
  const cookie = await sealedCookie(server, 'ada', { left });
  const value = cookie.slice(cookieName.length + 1);
  const query = new URLSearchParams({ value, sameSite });
  const app = server.replace('127.0.0.1', 'localhost');
  return `${app}/api/probes/session-cookie?${query}`;
}

function secretOf(server: string): string {
  return server === inject('development')
    ? development.SESSION_SECRET
    : productionSecret;
}
