import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';
import type { RoomMessage } from '../../../../../../src/shared/room-event';

const members = new Set<Peer>();
const history: RoomMessage[] = [];

/** A room whose history takes its time, as one in a database does. */
export default defineWebSocketHandler({
  async open(peer) {
    const joinsFirst = peer.request.url.endsWith('/join-first');
    if (joinsFirst) members.add(peer);
    const messages = await loadHistory();
    if (!joinsFirst) members.add(peer);
    const { id } = peer;
    peer.send(JSON.stringify({ type: 'welcome', id, members: [], messages }));
  },
  message({ id }, message) {
    const said: RoomMessage = {
      ...{ type: 'message', number: history.length + 1 },
      ...{ from: id, name: 'Guest', text: message.text() },
    };
    history.push(said);
    for (const member of members) member.send(JSON.stringify(said));
  },
  close(peer) {
    members.delete(peer);
    if (members.size === 0) history.length = 0;
  },
});

/** A database reads some time after it was asked, and some time before it has answered. */
async function loadHistory(): Promise<RoomMessage[]> {
  await way();
  const read = [...history];
  await way();
  return read;
}

function way(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
