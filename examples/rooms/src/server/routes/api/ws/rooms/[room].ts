import { defineWebSocketHandler } from 'h3';
import { limits } from '../../../../../shared/room-limits';
import { type RoomEvent, roomIsFull } from '../../../../../shared/room-event';
import { readTextOfJson } from '../../../../rooms/read-text';
import { readRoomAddress } from '../../../../rooms/room-address';
import { enter, leave, mayOpen, roomOf } from '../../../../rooms/rooms';
import { isSameOrigin } from '../../../../same-origin';

export default defineWebSocketHandler({
  upgrade({ url, headers }) {
    // A page can't see why it was refused, so errors for the user are reported in `open`.
    if (!isSameOrigin(headers)) {
      return new Response(null, { status: 403 });
    }
    const address = readRoomAddress(url);
    if (!address) {
      return new Response(null, { status: 400 });
    }
    return mayOpen(address.room)
      ? undefined
      : new Response(null, { status: 503 });
  },

  open(peer) {
    const address = readRoomAddress(peer.request.url);
    if (!address || !enter(address.room, peer, address.memberName)) {
      peer.close(roomIsFull, 'This room is full');
    }
  },

  message(peer, message) {
    const text = readTextOfJson(message.text());
    if (text !== undefined) {
      roomOf(peer)?.say(peer, text);
      return;
    }
    const reason = `A message looks like {"text":"Hello"} and has at most ${limits.charactersPerMessage} characters.`;
    const error: RoomEvent = { type: 'error', reason };
    peer.send(JSON.stringify(error));
  },

  close(peer) {
    leave(peer);
  },
});
