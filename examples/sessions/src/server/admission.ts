import type { Peer } from 'crossws';
import type { Session } from './session';

/** The session from `upgrade`, for `open`: all hooks of a socket have the same context. */
const sessions = new WeakMap<Peer['context'], Session>();

export function rememberSession(
  context: Peer['context'],
  session: Session | undefined,
): void {
  if (session) {
    sessions.set(context, session);
  }
}

export function rememberedSession({ context }: Peer): Session | undefined {
  return sessions.get(context);
}
