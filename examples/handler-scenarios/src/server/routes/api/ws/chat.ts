import { defineWebSocketHandler } from 'h3';

const topic = '/api/ws/chat';

/** Each new peer receives its ID; `publish` reaches all but the peer that calls it. */
export default defineWebSocketHandler({
  open(peer) {
    peer.subscribe(topic);
    peer.send(JSON.stringify({ type: 'welcome', id: peer.id }));
    peer.publish(topic, JSON.stringify({ type: 'joined', id: peer.id }));
  },

  message(peer, message) {
    const text = message.text();
    if (text === 'leave the room') {
      peer.unsubscribe(topic);
      return;
    }
    peer.publish(topic, JSON.stringify({ from: peer.id, text }));
  },

  close(peer) {
    peer.publish(topic, JSON.stringify({ type: 'left', id: peer.id }));
  },
});
