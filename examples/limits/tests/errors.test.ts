import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { limits } from '../src/shared/feed-limits';
import { expectEvidence } from './support/evidence';
import { admission, feedUrl, knock } from './support/feed';
import { onBoth } from './support/on-both';
import { Wire } from './support/wire';

// Measured values for `evidence/errors-in-hooks.json`.
const measured: Record<string, object> = {};
let wires: Wire[] = [];

afterEach(() => {
  for (const wire of wires) wire.end();
  wires = [];
});

it('reports invalid messages only to their sender', async () => {
  await onBoth(async (server) => {
    const wire = connectTo(server);
    const ada = await wire.connect('Ada', feedUrl);
    await ada.next();
    const bob = await wire.connect('Bob', feedUrl);
    await bob.next();
    ada.send('Hello');
    await ada.next();
    ada.send('{"text":"Hello"}');
    await ada.next();
    await bob.next();
    for (const [name, frames] of Object.entries(await wire.untaken())) {
      expect(frames, `frames that ${name} did not expect`).toEqual([]);
    }
    const frames = wire.transcript();
    await expectEvidence('feed', { kind: 'websocket', url: feedUrl, frames });
  });
});

const tooLong = 'x'.repeat(limits.charactersPerText + 1);

it.each([
  ['a number', '42'],
  ['nothing', 'null'],
  ['a list', '[]'],
  ['a text that is none', '{"text":1}'],
  ['a text that is too long', `{"text":"${tooLong}"}`],
])('rejects %s', async (_what, message) => {
  await onBoth(async (server) => {
    const client = await connectTo(server).connect('Ada', feedUrl);
    await client.next();
    client.send(message);
    const { payload } = { payload: '', ...(await client.next()) };
    expect(payload).toContain('A message looks like');
  });
});

it('reports a failed message without the reason', async () => {
  measured['message'] = await onBoth(async (server) => {
    const client = await connectTo(server).connect('Ada', throwsIn('message'));
    const answers: string[] = [];
    for (const message of ['throw', 'reject', 'Still here']) {
      client.send(message);
      const { payload } = { payload: '', ...(await client.next()) };
      answers.push(payload);
    }
    const [thrown, rejected, next] = answers;
    expect(thrown).toBe('{"type":"error","reason":"The server has failed."}');
    expect(rejected).toBe(thrown);
    expect(next).toBe('Still here');
    return { peer: 'is told', socket: 'stays open' };
  });
});

it('closes the socket if its open hook fails', async () => {
  measured['open'] = await onBoth(async (server) => {
    const client = await connectTo(server).connect('Ada', throwsIn('open'));
    const frame = await client.next();
    expect(frame).toMatchObject({ opcode: 'close' });
    return frame;
  });
});

it('responds to an upgrade whose hook fails', async () => {
  measured['upgrade'] = await onBoth(async (server) => {
    const outcome = await admission(knock(server, throwsIn('upgrade')));
    expect(outcome).toEqual({ socket: 'refused', status: 500 });
    // Errors that refuse the socket still do.
    for (const [kind, status] of [
      ['response', 418],
      ['carried', 429],
    ] as const) {
      const refusal = await admission(knock(server, throwsIn(kind)));
      expect(refusal).toEqual({ socket: 'refused', status });
    }
    return outcome;
  });
});

it('continues after a failed close hook', async () => {
  measured['close'] = await onBoth(async (server) => {
    const wire = connectTo(server);
    const ada = await wire.connect('Ada', throwsIn('close'));
    const bob = await wire.connect('Bob', throwsIn('close'));
    const closed = once(ada.socket, 'close');
    ada.socket.close();
    await closed;
    bob.send('Still here');
    expect(await bob.next()).toMatchObject({ payload: 'Still here' });
    return { others: 'go on' };
  });
});

it('matches the evidence', async () => {
  await expectEvidence('errors-in-hooks', { kind: 'facts', ...measured });
});

function throwsIn(hook: string): string {
  return `/api/probes/throws/${hook}`;
}

function connectTo(server: string): Wire {
  const wire = new Wire(server);
  wires.push(wire);
  return wire;
}
