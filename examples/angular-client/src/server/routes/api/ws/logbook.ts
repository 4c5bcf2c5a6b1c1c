import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';
import { limits, type LogbookEvent } from '../../../../shared/logbook-event';
import { logbook } from '../../../logbook/logbook';
import { idOf, readNote } from '../../../logbook/read-note';
import { isSameOrigin } from '../../../same-origin';

const leaves = new Map<Peer, () => void>();
const reason = `A note looks like {"id":"a1b2c3d4","text":"Hello"} and has at most ${limits.charactersPerNote} characters.`;

/** Reads and writes the logbook over a WebSocket. */
export default defineWebSocketHandler({
  upgrade({ headers }) {
    if (!isSameOrigin(headers)) {
      return new Response(null, { status: 403 });
    }
    return logbook.isFull ? new Response(null, { status: 503 }) : undefined;
  },

  open(peer) {
    // Others may have joined since the upgrade.
    if (logbook.isFull) {
      peer.close(1013, 'Too many readers');
      return;
    }
    const query = new URLSearchParams(peer.request.url.split('?')[1]);
    const leave = logbook.join(query.get('after') ?? '', (event) =>
      tell(peer, event),
    );
    leaves.set(peer, leave);
  },

  message(peer, message) {
    const json = message.text();
    const note = readNote(json);
    if (note) {
      // The broadcast reaches the writer too, and acknowledges the note.
      logbook.write(note);
    } else {
      tell(peer, { type: 'refused', id: idOf(json), reason });
    }
  },

  close(peer) {
    leaves.get(peer)?.();
    leaves.delete(peer);
  },
});

function tell(peer: Peer, event: LogbookEvent): void {
  peer.send(JSON.stringify(event));
}
