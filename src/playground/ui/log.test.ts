import { beforeEach, expect, it, vi } from 'vitest';
import { Log, type LogSnapshot } from './log.ts';

interface Line {
  readonly text: string;
}

let frames: (() => void)[] = [];
const nextFrame = () => {
  const due = frames;
  frames = [];
  for (const frame of due) frame();
  return due.length > 0;
};
const costOf = ({ lines }: LogSnapshot<Line>) =>
  lines.reduce((sum, { cost }) => sum + cost, 0);

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) =>
    frames.push(frame),
  );
});

it('shows short lines with the next frame, and keeps the last 300', () => {
  const log = new Log<Line>();
  for (let count = 0; count < 150; count += 1) log.add({ text: `${count}` });
  nextFrame();
  expect(log.getSnapshot().lines).toHaveLength(150);
  for (let count = 150; count < 20_000; count += 1)
    log.add({ text: `${count}` });
  while (nextFrame());
  const { lines, older, count } = log.getSnapshot();
  expect(lines.map(({ text }) => text)).toEqual(
    Array.from({ length: 300 }, (_, index) => `${19_700 + index}`),
  );
  expect([older, count]).toEqual([19_700, 20_000]);
});

it.each([
  'x'.repeat(100_000),
  'x'.repeat(5_000),
  '\n'.repeat(500),
  'ä'.repeat(90),
])('limits the cost of all lines, and of those that a frame adds', (text) => {
  const log = new Log<Line>();
  for (let count = 0; count < 2_000; count += 1) log.add({ text });
  let before = 0;
  while (nextFrame()) {
    const cost = costOf(log.getSnapshot());
    expect(cost).toBeLessThanOrEqual(100_000);
    expect(cost - before).toBeLessThanOrEqual(20_000);
    before = cost;
  }
  const { lines, older, count } = log.getSnapshot();
  expect(lines.length).toBeGreaterThan(8);
  expect(older + lines.length).toBe(count);
  expect(lines.at(-1)?.number).toBe(2_000);
});

it('limits waiting lines during a pause', () => {
  const log = new Log<Line>();
  log.pause(true);
  for (let count = 0; count < 2_000; count += 1) {
    log.add({ text: 'x'.repeat(10_000) });
  }
  nextFrame();
  expect(log.getSnapshot().waiting).toBe(2_000);
  expect(log.getSnapshot().lines).toEqual([]);
  log.pause(false);
  while (nextFrame());
  const { lines, older } = log.getSnapshot();
  expect(lines.length).toBeLessThan(12);
  expect(older + lines.length).toBe(2_000);
});
