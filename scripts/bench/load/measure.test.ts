import { expect, it } from 'vitest';
import { bare, type Contender } from './contender.ts';
import { figuresOf } from './figures.ts';
import { measureLoad } from './measure.ts';

// A complete but small run without the build of an example, in which the other server is a second bare one.
const other: Contender = { ...bare, name: 'limited' };
const load = { connections: 50, rounds: 1, seconds: 0.05 };

it.each([
  ['socket', [bare, other]],
  ['stream', [bare]],
] as const)(
  'compares servers with %ss',
  async (kind, contenders) => {
    const lines: string[] = [];
    const measured = await measureLoad(kind, contenders, load, (line) =>
      lines.push(line),
    );
    expect(lines).toHaveLength(contenders.length * 2);
    for (const { growth, echo, broadcast } of measured) {
      expect(growth.map(({ connections }) => connections)).toEqual([50]);
      expect(broadcast).toHaveLength(1);
      // The first burst has four texts for each client.
      expect(broadcast[0]?.perSecond).toBeGreaterThan(0);
      expect(broadcast[0]?.microseconds).toBeGreaterThan(0);
      expect(echo).toHaveLength(kind === 'socket' ? 1 : 0);
    }
    const { servers } = figuresOf(load, 64, measured);
    expect(servers.bare?.broadcast.ratio).toBe(1);
    // The memory of 50 sockets is less than the noise of garbage collection.
    for (const { name } of contenders) {
      expect(servers[name]?.live.value).toBeTypeOf('number');
    }
  },
  30_000,
);

it("reports a server that doesn't start", async () => {
  const broken: Contender = { ...bare, entry: 'scripts/no-such-server.ts' };
  const run = measureLoad('socket', [broken], load, () => undefined);
  await expect(run).rejects.toThrow('The server "bare" ended with 1');
}, 60_000);

it('reports a path that refuses clients', async () => {
  const wrong: Contender = { ...bare, socketPath: '/\u007f' };
  const run = measureLoad('socket', [wrong], load, () => undefined);
  await expect(run).rejects.toThrow(/answered 400|closed a socket/);
}, 60_000);
