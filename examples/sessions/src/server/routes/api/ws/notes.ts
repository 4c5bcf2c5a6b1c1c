import { defineWebSocketHandler } from 'h3';
import { rememberedSession, rememberSession } from '../../../admission';
import { openNotes, writeNote } from '../../../user-notes';
import { isAllowedOrigin } from '../../../origin';
import { readSession } from '../../../session';
import { dismiss } from '../../../windows';

/** The notes of the signed-in user. */
export default defineWebSocketHandler({
  // #region upgrade
  async upgrade({ headers, context }) {
    // Browsers send the cookie with sockets of other pages too.
    if (!isAllowedOrigin(headers)) {
      return new Response(null, { status: 403 });
    }
    rememberSession(context, await readSession(headers));
    return undefined;
  },
  // #endregion upgrade

  open(peer) {
    // A page can't see why an upgrade was refused, so a missing session is reported here.
    openNotes(peer, rememberedSession(peer));
  },

  message(peer, message) {
    writeNote(peer, message.text());
  },

  close(peer) {
    dismiss(peer);
  },
});
