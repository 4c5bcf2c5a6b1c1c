import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Logbook } from '../../src/server/logbook/logbook';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('gives signs of life for as long as somebody reads', () => {
  const book = new Logbook(15_000);
  const heard: string[] = [];
  const leave = book.join('', ({ type }) => heard.push(type));
  expect(heard).toEqual(['alive']);

  vi.advanceTimersByTime(3_600_000);
  expect(heard).toHaveLength(241);
  leave();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(3_600_000);
  expect(heard).toHaveLength(241);
});

it('has one timer, however many read', () => {
  const book = new Logbook();
  const leaves = Array.from({ length: 50 }, () =>
    book.join('', () => undefined),
  );
  expect(vi.getTimerCount()).toBe(1);
  for (const leave of leaves) leave();
  expect(vi.getTimerCount()).toBe(0);
});
