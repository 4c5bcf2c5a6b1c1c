import { clearSession, getSession, type H3Event, updateSession } from 'h3';
import { settings } from './settings/settings';

/** A session, as stored in the cookie of a request. */
export interface Session {
  readonly id: string;
  readonly user: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

// Browsers accept this prefix only for this host, the path `/` and `secure`.
const name = '__Host-session';
const cookie = {
  // Hidden from scripts.
  httpOnly: true,
  // Sent over HTTPS only, and to localhost in most browsers.
  secure: true,
  // Not sent with requests from other sites.
  sameSite: 'lax',
  path: '/',
} as const;

/** Sessions that were signed out before they expired, with their expiry. */
const ended = new Map<string, number>();

/** Starts a session: the sealed cookie contains all of its data. */
export async function startSession(
  event: H3Event,
  user: string,
): Promise<Session> {
  const id = crypto.randomUUID();
  const session = { id, createdAt: Date.now(), data: { user } };
  // Otherwise h3 would continue the session of the received cookie.
  event.context.sessions = { [name]: session };
  await updateSession(event, config());
  return { id, user, expiresAt: expiryOf(session) };
}

/**
 * Reads the session of a request. HTTP routes and `upgrade` hooks both have its
 * headers. Returns `undefined` if the cookie is missing, forged or expired.
 */
export async function readSession(
  headers: Headers,
): Promise<Session | undefined> {
  try {
    const read = { headers, context: {} };
    const session = await getSession<{ user: string }>(read, config());
    const { id, data } = session;
    return ended.has(id)
      ? undefined
      : { id, user: data.user, expiresAt: expiryOf(session) };
  } catch {
    // `getSession()` throws without a session, and an `upgrade` that throws is never answered.
    return undefined;
  }
}

/** Whether a session that was read earlier is still valid. */
export function holds({ id, expiresAt }: Session): boolean {
  return !ended.has(id) && expiresAt > Date.now();
}

/** Ends a session before it expires, for copies of the cookie too. */
export function endSession({ id, expiresAt }: Session): void {
  const now = Date.now();
  for (const [old, time] of ended) {
    if (time < now) ended.delete(old);
  }
  ended.set(id, expiresAt);
}

/** Deletes the cookie in the browser. */
export function forgetSession(event: H3Event): Promise<void> {
  return clearSession(event, {
    ...config(),
    cookie: { ...cookie, maxAge: 0 },
  });
}

function expiryOf({ createdAt }: { createdAt: number }): number {
  return createdAt + settings.sessionSeconds * 1000;
}

function config() {
  return {
    ...{ name, cookie },
    password: settings.sessionSecret,
    maxAge: settings.sessionSeconds,
    // Read the session from the cookie only.
    sessionHeader: false as const,
  };
}
