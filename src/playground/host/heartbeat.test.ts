import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startHeartbeat } from './heartbeat.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('gives up after one and a half seconds of silence, once', () => {
  const silence = vi.fn();
  const pings: number[] = [];
  startHeartbeat((count) => pings.push(count), silence);
  vi.advanceTimersByTime(1_999);
  expect(silence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(silence).toHaveBeenCalledOnce();
  expect(pings).toEqual([1]);
});

it('waits for one who is busy and says so, and not for a flood of it', () => {
  const silence = vi.fn();
  const heartbeat = startHeartbeat(() => undefined, silence);
  for (let second = 0; second < 30; second += 1) {
    vi.advanceTimersByTime(1_000);
    expect(heartbeat.alive()).toBe(true);
  }
  expect(silence).not.toHaveBeenCalled();
  const signs = Array.from({ length: 100 }, () => heartbeat.alive());
  expect(signs).toContain(false);
  vi.advanceTimersByTime(1_500);
  expect(silence).toHaveBeenCalledOnce();
});

it('goes on as long as answers come, and takes each once', () => {
  const silence = vi.fn();
  const heartbeat = startHeartbeat((count) => {
    setTimeout(() => {
      expect(heartbeat.answered(count)).toBe(true);
      expect(heartbeat.answered(count)).toBe(false);
      expect(heartbeat.answered(count + 1)).toBe(false);
    }, 1_200);
  }, silence);
  vi.advanceTimersByTime(60_000);
  heartbeat.stop();
  vi.advanceTimersByTime(60_000);
  expect(silence).not.toHaveBeenCalled();
});
