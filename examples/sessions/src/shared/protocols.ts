/** The subprotocol of the client and the server. */
export const notesProtocol = 'notes.v1';

const prefix = 'ticket.';

/** Offers a ticket next to the subprotocol, as a second subprotocol. */
export function withTicket(ticket: string): string[] {
  return [notesProtocol, prefix + ticket];
}

/** Whether an offered subprotocol is a ticket. */
export function isTicket(protocol: string): boolean {
  return protocol.startsWith(prefix);
}

/** Finds the ticket in the `sec-websocket-protocol` header. */
export function offeredTicket(header: string | null): string | undefined {
  const offered = header?.split(',').map((protocol) => protocol.trim());
  return offered?.find(isTicket)?.slice(prefix.length);
}
