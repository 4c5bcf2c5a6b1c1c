import { afterEach, expect, it } from 'vitest';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';
import { leaveAll, visit } from './support/visitor';
import { Wire } from './support/wire';

// Measured values for `evidence/topics.json`.
const measured: Record<string, object> = {};
let wires: Wire[] = [];

afterEach(() => {
  for (const wire of wires) wire.end();
  wires = [];
});

it('hooks have no route parameters', async () => {
  measured['params'] = await onBoth(async (server) => {
    const ada = await connectTo(server).connect(
      'Ada',
      '/api/probes/params/tea',
    );
    return read(await ada.next());
  });
});

it('a topic reaches peers of all handlers', async () => {
  measured['sameTopic'] = await onBoth(async (server) => {
    const wire = connectTo(server);
    const one = await wire.connect('one', '/api/probes/news-one');
    const two = await wire.connect('two', '/api/probes/news-two');
    for (const client of [one, two]) {
      expect(await client.next()).toMatchObject({ payload: 'subscribed' });
    }
    one.send('From the one');
    expect(await two.next()).toMatchObject({ payload: 'From the one' });
    expect((await wire.untaken())['one']).toEqual([]);
    return { otherHandler: 'hears it', sender: 'does not' };
  });
});

it('any peer and any HTTP route can list the peers of all handlers', async () => {
  measured['peers'] = await onBoth(async (server) => {
    const wire = connectTo(server);
    // The sockets of other tests are closing.
    await expect.poll(() => peersOf(server)).toBe(0);
    const one = await wire.connect('one', '/api/probes/news-one');
    await one.next();
    const withOne = await peersOf(server);
    const ada = await visit(server, 'peers');
    const withTwo = await peersOf(server);
    await leaveAll([ada.socket]);
    expect([withOne, withTwo]).toEqual([1, 2]);
    return { ofOtherHandler: 'are among them' };
  });
});

it('a page that imports the rooms during rendering has its own copy', async () => {
  measured['copies'] = await onBoth(async (server) => {
    const ada = await visit(server, 'copies');
    const html = await (await fetch(`${server}/copies`)).text();
    const home = await (await fetch(server)).text();
    const seen = (id: string) =>
      new RegExp(`id="${id}"[^>]*>(\\d+)<`).exec(html)?.[1];
    await leaveAll([ada.socket]);
    return {
      loadOfThePage: seen('loaded') === '0' ? 'sees no room' : 'sees the room',
      importOfThePage:
        seen('imported') === '0' ? 'sees no room' : 'sees the room',
      requestOfThePage: home.includes('copies')
        ? 'sees the room'
        : 'sees no room',
    };
  });
});

it('matches the evidence', async () => {
  await expectEvidence('topics', { kind: 'facts', ...measured });
});

function connectTo(server: string): Wire {
  const wire = new Wire(server);
  wires.push(wire);
  return wire;
}

function read(frame: object): unknown {
  return 'payload' in frame ? JSON.parse(String(frame.payload)) : frame;
}

async function peersOf(server: string): Promise<number> {
  const answer: unknown = await (
    await fetch(`${server}/api/probes/peers`)
  ).json();
  return typeof answer === 'object' && answer !== null && 'peers' in answer
    ? Number(answer.peers)
    : NaN;
}
