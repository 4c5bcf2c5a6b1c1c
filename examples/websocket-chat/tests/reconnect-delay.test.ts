import { describe, expect, it } from 'vitest';
import { reconnectDelay } from '../src/app/reconnect-delay';

describe('reconnectDelay', () => {
  it.each([
    { attempt: 0, least: 250, most: 500 },
    { attempt: 1, least: 500, most: 1_000 },
    { attempt: 5, least: 8_000, most: 16_000 },
    { attempt: 6, least: 15_000, most: 30_000 },
    { attempt: 2_000, least: 15_000, most: 30_000 },
  ])('waits $least to $most ms before attempt $attempt', (row) => {
    expect(reconnectDelay(row.attempt, 0)).toBe(row.least);
    expect(reconnectDelay(row.attempt, 1)).toBe(row.most);
  });

  it('has jitter', () => {
    const delays = Array.from({ length: 20 }, () => reconnectDelay(3));
    expect(new Set(delays).size).toBeGreaterThan(1);
  });
});
