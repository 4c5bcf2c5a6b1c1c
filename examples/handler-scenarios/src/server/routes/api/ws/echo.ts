import { defineWebSocketHandler } from 'h3';

/** Sends each message back, text as text and bytes as bytes. */
export default defineWebSocketHandler({
  message(peer, message) {
    const bytes = message.uint8Array();
    // A text frame arrives as bytes too: the sender has to mark its type.
    if (bytes[0] === 0) {
      peer.send(bytes);
    } else {
      peer.send(`${message.text()} (${bytes.length} bytes)`);
    }
  },
});
