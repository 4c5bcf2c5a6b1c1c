import type { CompiledFile } from '../protocol.ts';
import type { Part } from './parts.ts';

/** A task for the worker. */
export type CodeTask =
  | { readonly type: 'compile'; readonly path: string; readonly text: string }
  | { readonly type: 'highlight'; readonly text: string };

/** A message from the worker. */
export type CodeAnswer =
  /** Sent once, after loading. */
  | { readonly type: 'ready' }
  | { readonly type: 'compiled'; readonly file: CompiledFile }
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'highlighted'; readonly parts: readonly Part[] };

/** Why a file does not compile. */
export interface Problem {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** The compiler's English message. */
  readonly reason: string;
}

/** A task may take four ticks of 250 ms. */
const tick = 250;
const mostTicks = 4;

/** Why a task has no result: timeout, loading failure, or cancellation. */
export type NoAnswer = 'stopped' | 'failed' | 'aborted';

interface Waiting {
  readonly task: CodeTask;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: CodeAnswer | NoAnswer) => void;
}

/**
 * Runs tasks on code in a worker, one after the other. A worker that needs more than a second for a task is terminated; the next
 * task starts another one.
 */
export class CodeWorker {
  #worker: Worker | undefined;
  #isReady = false;
  #running: Waiting | undefined;
  #waiting: Waiting[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param url where `buildCodeWorker` is served */
  constructor(private readonly url: string) {}

  /** @param signal cancels the task unless it is running */
  run(task: CodeTask, signal?: AbortSignal): Promise<CodeAnswer | NoAnswer> {
    return new Promise((resolve) => {
      this.#waiting.push({ task, signal, resolve });
      this.#next();
    });
  }

  /** Loads the worker ahead of the first task. */
  load(): void {
    if (this.#worker) return;
    const worker = new Worker(this.url);
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<CodeAnswer>) => {
      if (data.type !== 'ready') this.#finish(data);
      else {
        this.#isReady = true;
        this.#post();
      }
    };
    worker.onerror = () => this.#terminate('failed');
  }

  /** Terminates the worker and cancels all tasks. The next task starts a new worker. */
  end(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#terminate('aborted');
    for (const { resolve } of waiting) resolve('aborted');
  }

  #terminate(reason: NoAnswer): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
    this.#finish(reason);
  }

  #next(): void {
    if (this.#running) return;
    this.#running = this.#waiting.shift();
    if (!this.#running) return;
    if (this.#running.signal?.aborted) {
      this.#finish('aborted');
      return;
    }
    this.load();
    if (this.#isReady) this.#post();
  }

  #post(): void {
    if (!this.#running) return;
    this.#worker?.postMessage(this.#running.task);
    this.#watch(mostTicks);
  }

  // Counting ticks tolerates a busy page, which ticks late and hasn't read the result yet.
  #watch(ticks: number): void {
    this.#timer = setTimeout(() => {
      if (ticks > 1) this.#watch(ticks - 1);
      else this.#terminate('stopped');
    }, tick);
  }

  #finish(answer: CodeAnswer | NoAnswer): void {
    clearTimeout(this.#timer);
    const finished = this.#running;
    this.#running = undefined;
    finished?.resolve(answer);
    this.#next();
  }
}
