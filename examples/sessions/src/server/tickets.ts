import type { Session } from './session';

interface Ticket {
  readonly session: Session;
  readonly until: number;
}

/** Long enough to open a socket, too short for anyone who finds the ticket in a log. */
const seconds = 30;
const most = 10_000;
const tickets = new Map<string, Ticket>();

/** Issues a ticket for one socket of a session; `undefined` if too many are unused. */
export function issueTicket(session: Session): string | undefined {
  // All tickets have the same lifetime, so the oldest come first.
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

/** Returns the session of a ticket, and invalidates the ticket. */
export function redeemTicket(ticket: string): Session | undefined {
  const found = tickets.get(ticket);
  tickets.delete(ticket);
  return found && found.until > Date.now() ? found.session : undefined;
}
