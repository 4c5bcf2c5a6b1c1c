import type { Peer } from 'crossws';
import { closeCodes } from '../shared/close-codes';
import { limits } from '../shared/session-limits';
import type { NotesEvent } from '../shared/notes-event';
import { holds, type Session } from './session';

interface Window {
  readonly session: Session;
  readonly expiry: ReturnType<typeof setTimeout>;
}

/** The open sockets of each user. Each process of the server has its own. */
const windowsOf = new Map<string, Map<Peer, Window>>();
const sessionOf = new WeakMap<Peer, Session>();

// #region admit
/** Admits a socket until its session ends; returns `false` if it isn't allowed. */
export function admit(peer: Peer, session: Session | undefined): boolean {
  // The session may have ended since the upgrade.
  if (!session || !holds(session)) {
    peer.close(closeCodes.signInFirst, 'Sign in first');
    return false;
  }
  const windows = windowsOf.get(session.user) ?? new Map<Peer, Window>();
  if (windows.size >= limits.socketsPerUser) {
    peer.close(closeCodes.tooManyWindows, 'Too many windows');
    return false;
  }
  const expiry = setTimeout(() => {
    dismiss(peer);
    peer.close(closeCodes.sessionExpired, 'The session has expired');
  }, session.expiresAt - Date.now());
  windows.set(peer, { session, expiry });
  windowsOf.set(session.user, windows);
  sessionOf.set(peer, session);
  return true;
}
// #endregion admit

// #region sign-out
/** Closes every socket of a session. */
export function closeWindows({ id, user }: Session): void {
  for (const [peer, { session }] of windowsOf.get(user) ?? []) {
    if (session.id === id) {
      dismiss(peer);
      peer.close(closeCodes.signedOut, 'Signed out');
    }
  }
}
// #endregion sign-out

/** The user of a socket; `undefined` once it is dismissed, or if it never was admitted. */
export function userOf(peer: Peer): string | undefined {
  return sessionOf.get(peer)?.user;
}

/** Removes a socket that is closed, or soon will be: its later messages are dropped. */
export function dismiss(peer: Peer): void {
  const user = userOf(peer) ?? '';
  const windows = windowsOf.get(user);
  clearTimeout(windows?.get(peer)?.expiry);
  windows?.delete(peer);
  sessionOf.delete(peer);
  if (windows?.size === 0) {
    windowsOf.delete(user);
  }
}

/** Sends to all windows of a user, in all of their browsers. */
export function tellAll(user: string, event: NotesEvent): void {
  const frame = JSON.stringify(event);
  for (const peer of windowsOf.get(user)?.keys() ?? []) {
    peer.send(frame);
  }
}
