import { defineWebSocketHandler } from 'h3';
import {
  rememberedSession,
  rememberSession,
} from '../../../../../src/server/admission';
import { openNotes, writeNote } from '../../../../../src/server/user-notes';
import { readSession } from '../../../../../src/server/session';
import { dismiss } from '../../../../../src/server/windows';

/** The same notes route as in the app, but without the origin check. */
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
