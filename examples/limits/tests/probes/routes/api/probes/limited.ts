import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';
import { catchErrors } from '../../../../../src/server/catch-errors';
import {
  isFull,
  join,
  type Listener,
  sendTo,
} from '../../../../../src/server/listeners';
import { isSameOrigin } from '../../../../../src/server/same-origin';
import { TokenBucket } from '../../../../../src/server/token-bucket';

const rate = { burst: 1_000_000, refill: 0.001 };
const guests = new Map<
  Peer,
  { listener: Listener; leave: () => void; bucket: TokenBucket }
>();

/** The echo of `unlimited` with all limits of the app, but a higher rate limit. */
export default defineWebSocketHandler(
  catchErrors({
    upgrade({ headers }) {
      return isSameOrigin(headers) && !isFull()
        ? undefined
        : new Response(null, { status: 403 });
    },
    open(peer) {
      const listener: Listener = {
        send: (text) => void peer.send(text),
        waiting: () => peer.websocket.bufferedAmount ?? 0,
        cut: () => peer.terminate(),
      };
      const bucket = new TokenBucket(rate, performance.now());
      guests.set(peer, { listener, leave: join(listener), bucket });
    },
    message(peer, message) {
      const guest = guests.get(peer);
      if (guest?.bucket.take(performance.now())) {
        sendTo(guest.listener, message.text());
      }
    },
    close(peer) {
      guests.get(peer)?.leave();
      guests.delete(peer);
    },
  }),
);
