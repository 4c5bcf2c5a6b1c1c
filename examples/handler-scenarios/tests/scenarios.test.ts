import { afterAll, beforeAll, expect, it } from 'vitest';
import { differences } from './differences';
import { scenarios } from './scenarios/all';
import { expectedTranscript } from './support/differences';
import { expectEvidence } from './support/evidence';
import { networkClient } from './support/network-client';
import { type AppServer, startServer } from './support/server';
import { startTogether } from './support/start-together';

let production: AppServer;
let development: AppServer;

beforeAll(async () => {
  [production, development] = await startTogether(
    startServer('production'),
    startServer('development'),
  );
});
afterAll(() => Promise.all([production.stop(), development.stop()]));

const used = new Set<unknown>();

it.each(Object.entries(scenarios))(
  '%s: production as recorded, development with known differences',
  async (name, play) => {
    const [records, inDevelopment] = await Promise.all([
      play(networkClient(production.url)),
      play(networkClient(development.url)),
    ]);
    await expectEvidence(name, { kind: 'transcript', records });

    const known = differences.filter(
      ({ scenarios }) => scenarios === '*' || scenarios.includes(name),
    );
    const expected = expectedTranscript(name, records, known);
    expect(inDevelopment).toEqual(expected.records);
    for (const one of known) if (!expected.idle.includes(one)) used.add(one);
  },
);

it('every listed difference occurs', () => {
  expect(differences.filter((one) => !used.has(one))).toEqual([]);
});
