import { expect, it } from 'vitest';
import { figuresOf } from './figures.ts';
import type { Measured } from './measure.ts';

const load = { connections: 1024, rounds: 3, seconds: 2 };

function measured(
  name: Measured['name'],
  perSecond: readonly number[],
  live: number,
): Measured {
  const rounds = perSecond.map((rate) => ({
    ...{ perSecond: rate, microseconds: 1_000_000 / rate },
  }));
  const growth = [512, 1024].map((connections) => ({
    ...{
      connections,
      live: live * connections,
      resident: live * connections * 2,
    },
  }));
  return { name, growth, echo: [], broadcast: rounds };
}

it("compares each round with the bare server's", () => {
  // The machine was half as fast in the second round.
  const bare = measured('bare', [100_000, 50_000, 102_000], 1024);
  const limited = measured('limited', [80_000, 40_000, 81_600], 2048);
  const { servers, ...rest } = figuresOf(load, 64, [bare, limited]);
  expect(rest).toEqual({ ...load, bytes: 64 });
  expect(servers.bare?.broadcast).toEqual({ value: 100_000, ratio: 1 });
  expect(servers.limited?.broadcast).toEqual({ value: 80_000, ratio: 0.8 });
  expect(servers.limited?.broadcastTime).toEqual({ value: 13, ratio: 1.3 });
  expect(servers.limited?.live).toEqual({ value: 2, ratio: 2 });
  expect(servers.limited?.resident).toEqual({ value: 4, ratio: 2 });
  expect(servers.limited?.growth).toEqual([
    { connections: 512, mebibytes: 1 },
    { connections: 1024, mebibytes: 2 },
  ]);
  expect(servers.limited).not.toHaveProperty('echo');
});
