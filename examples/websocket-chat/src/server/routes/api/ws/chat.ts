import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';

// Every route of the server shares the same topics, so this one carries its URL.
const topic = '/api/ws/chat';
const maxLength = 2_000;

export default defineWebSocketHandler({
  // #region upgrade
  upgrade({ headers }) {
    // A browser always names the origin of the page; other clients need not.
    const origin = headers.get('origin');
    const host = headers.get('host');
    const allowed = [null, `http://${host}`, `https://${host}`];
    return allowed.includes(origin)
      ? undefined
      : new Response(null, { status: 403 });
  },
  // #endregion upgrade

  // #region talk
  open(peer) {
    peer.subscribe(topic);
    peer.send(JSON.stringify({ type: 'welcome', id: peer.id }));
    peer.publish(topic, JSON.stringify({ type: 'joined', id: peer.id }));
  },

  message(peer, message) {
    const received = message.text();
    if (received === 'ping') {
      peer.send('pong');
      return;
    }
    if (received.length > maxLength) {
      sendError(peer, `A message has at most ${maxLength} characters.`);
      return;
    }
    const text = readText(received);
    if (text === undefined) {
      sendError(peer, 'A message looks like {"text":"Hello"}.');
      return;
    }
    // A published object would arrive as binary: publish text.
    const chat = JSON.stringify({ type: 'message', from: peer.id, text });
    peer.publish(topic, chat);
    peer.send(chat); // `publish` leaves out the peer that calls it
  },
  // #endregion talk

  close(peer, { code }) {
    peer.publish(topic, JSON.stringify({ type: 'left', id: peer.id, code }));
  },
});

function sendError(peer: Peer, reason: string) {
  peer.send(JSON.stringify({ type: 'error', reason }));
}

function readText(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' &&
      value !== null &&
      'text' in value &&
      typeof value.text === 'string'
      ? value.text
      : undefined;
  } catch {
    return undefined;
  }
}
