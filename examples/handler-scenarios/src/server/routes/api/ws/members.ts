import type { Message, Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';

const topic = '/api/ws/members';

/** Replies to each message with the values of all members of `Peer` and `Message`. */
export default defineWebSocketHandler({
  open(peer) {
    peer.context['idInOpen'] = peer.id;
  },

  message(peer, message) {
    peer.send(
      JSON.stringify({
        peer: membersOfPeer(peer),
        message: membersOfMessage(peer, message),
      }),
    );
  },
});

function membersOfPeer(peer: Peer) {
  const { websocket } = peer;
  peer.subscribe(topic);
  const subscribed = [...peer.topics];
  peer.unsubscribe(topic);
  return {
    id: peer.id,
    idInOpen: peer.context['idInOpen'],
    remoteAddress: peer.remoteAddress,
    request: {
      url: peer.request.url,
      host: peer.request.headers.get('host'),
      isRequest: peer.request instanceof Request,
    },
    websocket: {
      protocol: websocket.protocol,
      url: websocket.url,
      readyState: websocket.readyState,
      bufferedAmount: websocket.bufferedAmount,
    },
    peers: [...peer.peers].map(({ id }) => id),
    topics: { subscribed, unsubscribed: [...peer.topics] },
    sendReturns: typeof peer.send('sent first'),
    text: peer.toString(),
  };
}

function membersOfMessage(peer: Peer, message: Message) {
  const bytes = message.uint8Array();
  return {
    id: message.id,
    sameId: message.id === message.id,
    peer: message.peer === peer,
    event: typeof message.event,
    rawData: typeOf(message.rawData),
    data: typeOf(message.data),
    text: message.text(),
    toString: message.toString(),
    uint8Array: bytes instanceof Uint8Array,
    bytes: bytes.length,
    arrayBuffer: typeOf(message.arrayBuffer()),
    arrayBufferBytes: message.arrayBuffer().byteLength,
    blob: typeOf(message.blob()),
    blobBytes: message.blob().size,
  };
}

function typeOf(value: unknown): string {
  return value instanceof Object ? value.constructor.name : typeof value;
}
