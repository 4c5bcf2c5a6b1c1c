import { expect, it } from 'vitest';
import { reconnectDelay } from '../../src/app/live/reconnect-delay';

const attempts = Array.from({ length: 12 }, (_, attempt) => attempt);

it('doubles up to 30 seconds', () => {
  const longest = attempts.map((attempt) => reconnectDelay(attempt, 1));
  expect(longest.slice(0, 7)).toEqual([
    500, 1000, 2000, 4000, 8000, 16_000, 30_000,
  ]);
  expect(new Set(longest.slice(6))).toEqual(new Set([30_000]));
  expect(reconnectDelay(10_000, 1)).toBe(30_000);
});

it('has a jitter of half its length', () => {
  for (const attempt of attempts) {
    const [shortest, middle, longest] = [0, 0.5, 1].map((random) =>
      reconnectDelay(attempt, random),
    );
    expect(shortest).toBe(reconnectDelay(attempt, 1) / 2);
    expect(middle).toBe((reconnectDelay(attempt, 1) * 3) / 4);
    expect(longest).toBe(reconnectDelay(attempt, 1));
  }
});

it('spreads reconnects of many clients', () => {
  const delays = Array.from({ length: 100 }, () => reconnectDelay(0));
  expect(new Set(delays).size).toBeGreaterThan(50);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(250);
  expect(Math.max(...delays)).toBeLessThan(500);
});
