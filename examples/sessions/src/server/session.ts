import { clearSession, getSession, type H3Event, updateSession } from 'h3';
import { settings } from './settings/settings';

/** Who has signed in, as the cookie of a request says. */
export interface Session {
  readonly id: string;
  readonly user: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

// A browser takes a name with this prefix only for this host, `/` and `secure`.
const name = '__Host-session';
const cookie = {
  // No script of the page reads it.
  httpOnly: true,
  // Sent over https alone, and to localhost.
  secure: true,
  // Not sent with the requests of another site.
  sameSite: 'lax',
  path: '/',
} as const;

/** Sessions that were signed out before their time, with the time. */
const ended = new Map<string, number>();

/** Signs somebody in: the cookie holds all there is to know, sealed. */
export async function startSession(
  event: H3Event,
  user: string,
): Promise<Session> {
  const id = crypto.randomUUID();
  const session = { id, createdAt: Date.now(), data: { user } };
  // Without this h3 would go on with the session of the cookie that came.
  event.context.sessions = { [name]: session };
  await updateSession(event, config());
  return { id, user, expiresAt: expiryOf(session) };
}

/**
 * The session of a request: an HTTP route has the headers, and so has an
 * `upgrade` hook. `undefined` for a cookie that is missing, forged or too old.
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
    // It throws when there is no session, and an `upgrade` that throws leaves the client waiting.
    return undefined;
  }
}

/** Whether a session that was read a while ago still holds. */
export function holds({ id, expiresAt }: Session): boolean {
  return !ended.has(id) && expiresAt > Date.now();
}

/** Ends a session before its time, also for those who have a copy of the cookie. */
export function endSession({ id, expiresAt }: Session): void {
  const now = Date.now();
  for (const [old, time] of ended) {
    if (time < now) ended.delete(old);
  }
  ended.set(id, expiresAt);
}

/** Takes the cookie out of the browser. */
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
    // In the cookie and nowhere else.
    sessionHeader: false as const,
  };
}
