import { defineWebSocketHandler } from 'h3';
import { offeredTicket } from '../../../../shared/protocols';
import { rememberedSession, rememberSession } from '../../../admission';
import { openNotes, writeNote } from '../../../user-notes';
import { isAllowedOrigin } from '../../../origin';
import { redeemTicket } from '../../../tickets';
import { dismiss } from '../../../windows';

/** The same notes for clients with a ticket, without a cookie. */
export default defineWebSocketHandler({
  upgrade({ headers, context }) {
    if (!isAllowedOrigin(headers)) {
      return new Response(null, { status: 403 });
    }
    const ticket = offeredTicket(headers.get('sec-websocket-protocol'));
    rememberSession(context, ticket ? redeemTicket(ticket) : undefined);
    return undefined;
  },

  open(peer) {
    openNotes(peer, rememberedSession(peer));
  },

  message(peer, message) {
    writeNote(peer, message.text());
  },

  close(peer) {
    dismiss(peer);
  },
});
