import { once } from 'node:events';
import { createServer } from 'node:http';
import crossws from 'crossws/adapters/node';
import { it } from 'vitest';
import { expectEvidence } from './support/evidence';
import { Wire } from './support/wire';

/** Returns what a client receives when another publishes, and when its peer sends. */
async function received(data: unknown) {
  const sockets = crossws({
    hooks: {
      open: (peer) => peer.subscribe('topic'),
      message(peer) {
        peer.publish('topic', data);
        peer.send(data);
      },
    },
  });
  const server = createServer().on('upgrade', (request, socket, head) => {
    void sockets.handleUpgrade(request, socket, head);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const wire = new Wire(`http://127.0.0.1:${String(port)}`);
  try {
    const other = await wire.connect('other', '/');
    const asking = await wire.connect('asking', '/');
    asking.send('go');
    return {
      published: (await other.next()).opcode,
      sent: (await asking.next()).opcode,
    };
  } finally {
    wire.end();
    server.close();
  }
}

it('published objects are binary, so the chat publishes text', async () => {
  await expectEvidence('publish', {
    kind: 'facts',
    object: await received({ type: 'message' }),
    text: await received(JSON.stringify({ type: 'message' })),
  });
});
