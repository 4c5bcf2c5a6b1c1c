import { withTicket } from '../shared/protocols';

/** The browser sends the cookie by itself. */
export function openWithCookie(): WebSocket {
  return new WebSocket('/api/ws/notes');
}

/** A browser lets a page set no header but the sub-protocols: the ticket goes there. */
export function openWithTicket(ticket: string): WebSocket {
  return new WebSocket('/api/ws/notes-by-ticket', withTicket(ticket));
}
