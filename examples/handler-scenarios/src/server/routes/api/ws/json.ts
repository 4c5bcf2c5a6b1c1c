import { defineWebSocketHandler } from 'h3';

/** Answers JSON with JSON; anything else makes the hook throw. */
export default defineWebSocketHandler({
  message(peer, message) {
    const received: unknown = message.json();
    peer.send(JSON.stringify({ received }));
  },
});
