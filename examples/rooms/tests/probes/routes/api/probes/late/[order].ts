import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';
import type { RoomMessage } from '../../../../../../src/shared/room-event';

interface LateRoom {
  readonly members: Set<Peer>;
  readonly history: RoomMessage[];
  /** Called once after the next message. */
  readonly waiting: (() => void)[];
}

/** By URL, since a client that has left may not be gone yet. */
const rooms = new Map<string, LateRoom>();

/** A room with a slow history, like in a database. */
export default defineWebSocketHandler({
  async open(peer) {
    const room = roomOf(peer);
    const { members, history } = room;
    const joinsFirst = peer.request.url.includes('/join-first');
    const isFirst = members.size === 0;
    if (joinsFirst) members.add(peer);
    const messages = isFirst ? [...history] : await load(room);
    if (!joinsFirst) members.add(peer);
    const { id } = peer;
    peer.send(JSON.stringify({ type: 'welcome', id, members: [], messages }));
  },
  message(peer, message) {
    const { members, history, waiting } = roomOf(peer);
    const said: RoomMessage = {
      ...{ type: 'message', number: history.length + 1 },
      ...{ from: peer.id, name: 'Guest', text: message.text() },
    };
    history.push(said);
    for (const member of members) member.send(JSON.stringify(said));
    for (const go of waiting.splice(0)) go();
  },
  close(peer) {
    const { members } = roomOf(peer);
    members.delete(peer);
    if (members.size === 0) rooms.delete(peer.request.url);
  },
});

function roomOf({ request: { url } }: Peer): LateRoom {
  const room = rooms.get(url) ?? {
    ...{ members: new Set(), history: [], waiting: [] },
  };
  rooms.set(url, room);
  return room;
}

/**
 * Loads the history like a slow database: messages arrive between the query and the read, and between the read and the response.
 */
async function load(room: LateRoom): Promise<RoomMessage[]> {
  await nextMessage(room);
  const read = [...room.history];
  await nextMessage(room);
  return read;
}

function nextMessage({ waiting }: LateRoom): Promise<void> {
  return new Promise((resolve) => waiting.push(resolve));
}
