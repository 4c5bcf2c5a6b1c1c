import { defineWebSocketHandler } from 'h3';
import {
  rememberedSession,
  rememberSession,
} from '../../../../../src/server/admission';
import { openNotes, writeNote } from '../../../../../src/server/notes';
import { readSession } from '../../../../../src/server/session';
import { dismiss } from '../../../../../src/server/windows';

/** The notes by the cookie, as the app has them, but without a look at the origin. */
export default defineWebSocketHandler({
  async upgrade({ headers, context }) {
    rememberSession(context, await readSession(headers));
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
