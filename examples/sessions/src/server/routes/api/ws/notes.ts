import { defineWebSocketHandler } from 'h3';
import { rememberedSession, rememberSession } from '../../../admission';
import { openNotes, writeNote } from '../../../notes';
import { isAllowedOrigin } from '../../../origin';
import { readSession } from '../../../session';
import { dismiss } from '../../../windows';

/** The notes of who is signed in. */
export default defineWebSocketHandler({
  async upgrade({ headers, context }) {
    // The cookie comes with the sockets of other pages too.
    if (!isAllowedOrigin(headers)) {
      return new Response(null, { status: 403 });
    }
    rememberSession(context, await readSession(headers));
    return undefined;
  },

  open(peer) {
    // A page does not learn why an upgrade is refused, so who has no session is told here.
    openNotes(peer, rememberedSession(peer));
  },

  message(peer, message) {
    writeNote(peer, message.text());
  },

  close(peer) {
    dismiss(peer);
  },
});
