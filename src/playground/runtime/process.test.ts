import { expect, it, vi } from 'vitest';
import { nodeNames } from './process.ts';

interface Timers {
  readonly process: {
    uptime(): number;
    getActiveResourcesInfo(): string[];
  };
  readonly setTimeout: typeof globalThis.setTimeout;
  readonly setInterval: typeof globalThis.setInterval;
  readonly clearTimeout: typeof globalThis.clearTimeout;
  readonly clearInterval: typeof globalThis.clearInterval;
}

// The handlers see these as what Node gives them.
const names = (now = () => 0) => nodeNames(now) as unknown as Timers;

it('tells for how many seconds the server runs', () => {
  expect(names(() => 2_500).process.uptime()).toBe(2.5);
});

it('counts the timers that are active, until they have run or are cleared', () => {
  vi.useFakeTimers();
  const { process, ...timers } = names();
  const heard: unknown[] = [];
  const interval = timers.setInterval(() => heard.push('again'), 10);
  timers.setTimeout((value: string) => heard.push(value), 15, 'once');
  const late = timers.setTimeout(() => heard.push('never'), 100);
  const timeouts = () => process.getActiveResourcesInfo();
  expect(timeouts()).toEqual(['Timeout', 'Timeout', 'Timeout']);
  vi.advanceTimersByTime(20);
  expect(heard).toEqual(['again', 'once', 'again']);
  expect(timeouts()).toEqual(['Timeout', 'Timeout']);
  timers.clearInterval(interval);
  // A browser clears either kind by either name, and so does Node.
  timers.clearInterval(late);
  vi.advanceTimersByTime(200);
  expect(heard).toHaveLength(3);
  expect(timeouts()).toEqual([]);
  vi.useRealTimers();
});
