/** The sub-protocol that both sides speak. */
export const notesProtocol = 'notes.v1';

const prefix = 'ticket.';

/** How a ticket is offered: beside the sub-protocol, as if it were one more. */
export function withTicket(ticket: string): string[] {
  return [notesProtocol, prefix + ticket];
}

/** Whether an offered sub-protocol is a ticket. */
export function isTicket(protocol: string): boolean {
  return protocol.startsWith(prefix);
}

/** The ticket among those in the header `sec-websocket-protocol`. */
export function offeredTicket(header: string | null): string | undefined {
  const offered = header?.split(',').map((protocol) => protocol.trim());
  return offered?.find(isTicket)?.slice(prefix.length);
}
