import { once } from 'node:events';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';

it('the socket opens unless the hook returns an error Response', async () => {
  const measured: Record<string, object> = {};
  for (const answer of ['false', 'init', 'ok', 'response', 'session']) {
    measured[answer] = await onBoth((server) => outcomeOf(server, answer));
  }
  const opens = { websocket: 'opens' };
  const never = { websocket: 'never answered' };
  const refused = { websocket: 'refused', status: 401 };
  expect(measured).toEqual({
    false: { development: opens, production: opens },
    init: { development: opens, production: opens },
    ok: { development: opens, production: opens },
    response: { development: refused, production: refused },
    session: { development: never, production: never },
  });
  await expectEvidence('upgrade-answers', { kind: 'facts', ...measured });
});

/** Returns the result of an upgrade, or that it is pending while the server responds to others. */
async function outcomeOf(server: string, answer: string): Promise<object> {
  const url = `${server.replace('http', 'ws')}/api/probes/upgrade/${answer}`;
  const socket = new WebSocket(url);
  socket.on('error', () => {
    // `ws` emits an error if a socket is terminated before it opens.
  });
  const outcome = new Promise<object>((resolve) => {
    socket.once('open', () => {
      socket.send('open after all');
      socket.once('message', () => resolve({ websocket: 'opens' }));
    });
    socket.once('unexpected-response', (_request, { statusCode: status }) =>
      resolve({ websocket: 'refused', status }),
    );
  });
  const others = turns(server, 10).then(() => ({
    websocket: 'never answered',
  }));
  const first = await Promise.race([
    outcome,
    answer === 'session' ? others : new Promise<never>(() => undefined),
  ]);
  socket.terminate();
  return first;
}

/** Opens other sockets one after the other and waits for responses. */
async function turns(server: string, count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    const url = `${server.replace('http', 'ws')}/api/ws/notes`;
    const other = new WebSocket(url);
    await once(other, 'close');
  }
}
