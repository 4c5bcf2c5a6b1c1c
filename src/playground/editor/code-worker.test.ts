import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type CodeAnswer, type CodeTask, CodeWorker } from './code-worker.ts';

class FakeWorker {
  static all: FakeWorker[] = [];
  onmessage: ((event: { data: CodeAnswer }) => void) | undefined;
  onerror: (() => void) | undefined;
  readonly tasks: CodeTask[] = [];
  isTerminated = false;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(task: CodeTask): void {
    this.tasks.push(task);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(data: CodeAnswer): void {
    this.onmessage?.({ data });
  }
}

const task = (text: string): CodeTask => ({ type: 'highlight', text });
const answer: CodeAnswer = { type: 'highlighted', parts: [] };
const worker = (index: number) => {
  const one = FakeWorker.all[index];
  if (!one) throw new Error(`There is no worker ${index}.`);
  return one;
};

beforeEach(() => {
  FakeWorker.all = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it('runs tasks one after the other, once the worker has loaded', async () => {
  const code = new CodeWorker('worker.js');
  const both = [code.run(task('a')), code.run(task('b'))];
  vi.advanceTimersByTime(60_000);
  expect(worker(0).tasks).toEqual([]);
  worker(0).answer({ type: 'ready' });
  expect(worker(0).tasks).toEqual([task('a')]);
  worker(0).answer(answer);
  expect(worker(0).tasks).toEqual([task('a'), task('b')]);
  worker(0).answer(answer);
  expect(await Promise.all(both)).toEqual([answer, answer]);
  expect(FakeWorker.all).toHaveLength(1);
});

it('terminates a worker after a second, and starts another for the next task', async () => {
  const code = new CodeWorker('worker.js');
  const slow = code.run(task('slow'));
  const next = code.run(task('next'));
  worker(0).answer({ type: 'ready' });
  vi.advanceTimersByTime(999);
  expect(worker(0).isTerminated).toBe(false);
  vi.advanceTimersByTime(1);
  expect(worker(0).isTerminated).toBe(true);
  expect(await slow).toBe('stopped');
  worker(1).answer({ type: 'ready' });
  expect(worker(1).tasks).toEqual([task('next')]);
  worker(1).answer(answer);
  expect(await next).toEqual(answer);
  vi.advanceTimersByTime(60_000);
  expect(worker(1).isTerminated).toBe(false);
});

it('skips cancelled tasks, and reports a missing worker', async () => {
  const code = new CodeWorker('worker.js');
  const change = new AbortController();
  const first = code.run(task('a'));
  const second = code.run(task('b'), change.signal);
  change.abort();
  worker(0).onerror?.();
  expect(await first).toBe('failed');
  expect(await second).toBe('aborted');
  const third = code.run(task('c'));
  const fourth = code.run(task('d'));
  code.end();
  expect(await Promise.all([third, fourth])).toEqual(['aborted', 'aborted']);
  expect(FakeWorker.all.every(({ isTerminated }) => isTerminated)).toBe(true);
  expect(FakeWorker.all).toHaveLength(2);
});
