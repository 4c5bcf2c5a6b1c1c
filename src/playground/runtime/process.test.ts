import { expect, it, vi } from 'vitest';
import { nodeNames } from './process.ts';
import { onUnsupported } from './unsupported.ts';

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

// Typed as in Node, like for handlers.
const names = (now = () => 0) => nodeNames(now) as unknown as Timers;

it('returns the uptime of the server', () => {
  expect(names(() => 2_500).process.uptime()).toBe(2.5);
});

it('timers are objects with unref', () => {
  vi.useFakeTimers();
  const { process, ...timers } = names();
  const timer = timers.setInterval(() => undefined, 10);
  expect(timer.hasRef()).toBe(true);
  expect(timer.unref()).toBe(timer);
  expect(process.getActiveResourcesInfo()).toEqual([]);
  timer.ref();
  expect(process.getActiveResourcesInfo()).toEqual(['Timeout']);
  timers.clearInterval(Number(timer));
  expect(process.getActiveResourcesInfo()).toEqual([]);
  vi.useRealTimers();
});

it('has no environment variables, and reports reads', () => {
  const reported: string[] = [];
  onUnsupported((name) => reported.push(name));
  const { process } = nodeNames(() => 0) as unknown as {
    process: { env: Record<string, string | undefined>; cwd(): string };
  };
  expect(process.env['PORT'] ?? '3000').toBe('3000');
  expect(() => process.cwd()).toThrow('process.cwd is not available');
  expect(reported).toEqual(['env', 'process']);
});

it('counts active timers until they have run or are cleared', () => {
  vi.useFakeTimers();
  const { process, ...timers } = names();
  const calls: unknown[] = [];
  const interval = timers.setInterval(() => calls.push('again'), 10);
  timers.setTimeout((value: string) => calls.push(value), 15, 'once');
  const late = timers.setTimeout(() => calls.push('never'), 100);
  const timeouts = () => process.getActiveResourcesInfo();
  expect(timeouts()).toEqual(['Timeout', 'Timeout', 'Timeout']);
  vi.advanceTimersByTime(20);
  expect(calls).toEqual(['again', 'once', 'again']);
  expect(timeouts()).toEqual(['Timeout', 'Timeout']);
  timers.clearInterval(interval);
  // Browsers and Node clear both kinds of timers with both functions.
  timers.clearInterval(late);
  vi.advanceTimersByTime(200);
  expect(calls).toHaveLength(3);
  expect(timeouts()).toEqual([]);
  vi.useRealTimers();
});
