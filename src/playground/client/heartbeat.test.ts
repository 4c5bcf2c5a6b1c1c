import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startHeartbeat } from './heartbeat.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('gives up once after one and a half seconds of silence', () => {
  const silence = vi.fn();
  const pings: number[] = [];
  startHeartbeat((count) => pings.push(count), silence);
  vi.advanceTimersByTime(1_999);
  expect(silence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(silence).toHaveBeenCalledOnce();
  expect(pings).toEqual([1]);
});

it('waits for a worker that processes messages sent before the ping', () => {
  const silence = vi.fn();
  const heartbeat = startHeartbeat(() => undefined, silence);
  for (let count = 0; count < 30; count += 1) heartbeat.posted();
  for (let taken = 1; taken <= 30; taken += 1) {
    vi.advanceTimersByTime(1_000);
    expect(heartbeat.alive(taken)).toBe(true);
  }
  expect(silence).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_500);
  expect(silence).toHaveBeenCalledOnce();
});

it('rejects progress reports that repeat or exceed the messages before the ping', () => {
  const heartbeat = startHeartbeat(() => undefined, vi.fn());
  heartbeat.posted();
  vi.advanceTimersByTime(500);
  heartbeat.posted();
  expect(heartbeat.alive(2)).toBe(false);
  expect(heartbeat.alive(1)).toBe(true);
  expect(heartbeat.alive(1)).toBe(false);
  expect(heartbeat.alive(NaN)).toBe(false);
  heartbeat.answered(1);
  expect(heartbeat.alive(2)).toBe(true);
});

it('counts each message before an answered ping once', () => {
  const heartbeat = startHeartbeat(() => undefined, vi.fn());
  heartbeat.posted();
  vi.advanceTimersByTime(500);
  heartbeat.answered(1);
  expect(heartbeat.alive(1)).toBe(false);
});

it('continues while responses arrive, and accepts each once', () => {
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
