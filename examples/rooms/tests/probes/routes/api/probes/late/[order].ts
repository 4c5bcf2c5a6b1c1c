import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';
import type { RoomMessage } from '../../../../../../src/shared/room-event';

interface LateRoom {
  readonly members: Set<Peer>;
  readonly history: RoomMessage[];
}

/** By their URLs: who has left another one may not be gone yet. */
const rooms = new Map<string, LateRoom>();

/** A room whose history takes its time, as one in a database does. */
export default defineWebSocketHandler({
  async open(peer) {
    const { members, history } = roomOf(peer);
    const joinsFirst = peer.request.url.includes('/join-first');
    if (joinsFirst) members.add(peer);
    const messages = await load(history);
    if (!joinsFirst) members.add(peer);
    const { id } = peer;
    peer.send(JSON.stringify({ type: 'welcome', id, members: [], messages }));
  },
  message(peer, message) {
    const { members, history } = roomOf(peer);
    const said: RoomMessage = {
      ...{ type: 'message', number: history.length + 1 },
      ...{ from: peer.id, name: 'Guest', text: message.text() },
    };
    history.push(said);
    for (const member of members) member.send(JSON.stringify(said));
  },
  close(peer) {
    const { members } = roomOf(peer);
    members.delete(peer);
    if (members.size === 0) rooms.delete(peer.request.url);
  },
});

function roomOf({ request: { url } }: Peer): LateRoom {
  const room = rooms.get(url) ?? { members: new Set(), history: [] };
  rooms.set(url, room);
  return room;
}

/** A database reads some time after it was asked, and some time before it has answered. */
async function load(history: readonly RoomMessage[]): Promise<RoomMessage[]> {
  await way();
  const read = [...history];
  await way();
  return read;
}

function way(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
