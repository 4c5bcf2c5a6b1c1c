import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';
import { type FeedEvent, tooManyMessages } from '../../../../shared/feed-event';
import { limits } from '../../../../shared/feed-limits';
import { catchErrors } from '../../../catch-errors';
import {
  isFull,
  join,
  type Listener,
  sendTo,
  sendToAll,
} from '../../../listeners';
import { readText } from '../../../read-text';
import { isSameOrigin } from '../../../same-origin';
import { TokenBucket } from '../../../token-bucket';

/** The state that the server keeps for a peer. */
interface Guest {
  readonly listener: Listener;
  readonly leave: () => void;
  readonly bucket: TokenBucket;
  /** Messages above the rate since the last accepted one. */
  refused: number;
}

const guests = new Map<Peer, Guest>();

export default defineWebSocketHandler(
  catchErrors({
    upgrade({ headers }) {
      if (!isSameOrigin(headers)) {
        return new Response(null, { status: 403 });
      }
      return isFull() ? new Response(null, { status: 503 }) : undefined;
    },

    open(peer) {
      const listener = listenerOf(peer);
      const bucket = new TokenBucket(limits, performance.now());
      guests.set(peer, { listener, leave: join(listener), bucket, refused: 0 });
      tell(listener, { type: 'welcome' });
    },

    message(peer, message) {
      const guest = guests.get(peer);
      if (guest && mayPass(peer, guest)) {
        const text = readText(message.text());
        const event: FeedEvent = { type: 'message', text };
        sendToAll(JSON.stringify(event));
      }
    },

    close(peer) {
      forget(peer);
    },
  }),
);

// #region slow-reader
function listenerOf(peer: Peer): Listener {
  return {
    send: (text) => void peer.send(text),
    waiting: () => peer.websocket.bufferedAmount ?? 0,
    // A close frame would wait behind the backlog.
    cut: () => peer.terminate(),
  };
}
// #endregion slow-reader

// #region rate
/** Whether a message is within the rate. The first message above it gets an error, the last one closes the socket. */
function mayPass(peer: Peer, guest: Guest): boolean {
  if (guest.bucket.take(performance.now())) {
    guest.refused = 0;
    return true;
  }
  guest.refused += 1;
  if (guest.refused === 1) {
    const reason = 'Slow down. Messages are dropped.';
    tell(guest.listener, { type: 'error', reason });
  }
  if (guest.refused === limits.refusals) {
    // Further messages from this peer are dropped.
    forget(peer);
    peer.close(tooManyMessages, 'Too many messages');
  }
  return false;
}
// #endregion rate

function forget(peer: Peer): void {
  guests.get(peer)?.leave();
  guests.delete(peer);
}

function tell(listener: Listener, event: FeedEvent): void {
  sendTo(listener, JSON.stringify(event));
}
