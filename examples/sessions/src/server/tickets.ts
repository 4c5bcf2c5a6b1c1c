import type { Session } from './session';

interface Ticket {
  readonly session: Session;
  readonly until: number;
}

/** Long enough to open a socket, too short to be found in a log. */
const seconds = 30;
const most = 10_000;
const tickets = new Map<string, Ticket>();

/** A ticket that opens one socket of a session; `undefined` when too many wait to be used. */
export function issueTicket(session: Session): string | undefined {
  // All are valid for as long, so the oldest come first.
  for (const [old, { until }] of tickets) {
    if (until > Date.now()) break;
    tickets.delete(old);
  }
  if (tickets.size >= most) {
    return undefined;
  }
  const ticket = crypto.randomUUID();
  tickets.set(ticket, { session, until: Date.now() + seconds * 1000 });
  return ticket;
}

/** The session of a ticket. Nobody can use it again. */
export function redeemTicket(ticket: string): Session | undefined {
  const found = tickets.get(ticket);
  tickets.delete(ticket);
  return found && found.until > Date.now() ? found.session : undefined;
}
