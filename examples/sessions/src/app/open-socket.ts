import { withTicket } from '../shared/protocols';

/** The browser sends the cookie automatically. */
export function openWithCookie(): WebSocket {
  return new WebSocket('/api/ws/notes');
}

/** A page can't set headers except the subprotocols, so they contain the ticket. */
export function openWithTicket(ticket: string): WebSocket {
  return new WebSocket('/api/ws/notes-by-ticket', withTicket(ticket));
}
