import { guarded, reportUnsupported, unsupported } from './unsupported.ts';

/** The members of Node's `process` that handlers can use. */
export const processNames = ['uptime', 'getActiveResourcesInfo'] as const;

/** Globals of handler files, as in Node. */
export interface NodeNames extends Record<string, unknown> {
  readonly process: Readonly<
    Record<(typeof processNames)[number], () => unknown>
  >;
}

type Timer = ReturnType<typeof globalThis.setTimeout>;
type Start = (callback: () => void, delay?: number) => Timer;

/** A timer as an object, as in Node. */
class Timeout {
  #timer: Timer;
  #hasRef = true;
  readonly #start: () => Timer;

  constructor(start: () => Timer) {
    this.#start = start;
    this.#timer = start();
  }

  ref(): this {
    this.#hasRef = true;
    return this;
  }

  unref(): this {
    this.#hasRef = false;
    return this;
  }

  hasRef(): boolean {
    return this.#hasRef;
  }

  refresh(): this {
    this.close();
    this.#timer = this.#start();
    return this;
  }

  close(): this {
    clearTimeout(this.#timer);
    return this;
  }

  [Symbol.toPrimitive](): number {
    return Number(this.#timer);
  }
}

/**
 * Node globals with which handlers inspect the server: its uptime and active timers. The timer functions are
 * included because only timers that handlers start are counted.
 *
 * @param now milliseconds since the server began
 */
export function nodeNames(now: () => number): NodeNames {
  const active = new Set<Timeout>();
  const stop = (timer?: Timeout | number): void => {
    const found =
      typeof timer === 'number'
        ? [...active].find((one) => Number(one) === timer)
        : timer;
    // Other values are ignored, as in Node.
    if (!(found instanceof Timeout)) return;
    active.delete(found);
    found.close();
  };
  return {
    process: guarded(
      {
        uptime: () => now() / 1000,
        getActiveResourcesInfo: () =>
          [...active].filter((one) => one.hasRef()).map(() => 'Timeout'),
        env: guarded({}, 'env', 'process.env', {
          miss: () => reportUnsupported('env'),
        }),
      },
      'process',
      'process',
    ),
    setTimeout: counted((callback, delay) => setTimeout(callback, delay), true),
    setInterval: counted((callback, delay) => setInterval(callback, delay)),
    clearTimeout: stop,
    clearInterval: stop,
    fetch: (...request: Parameters<typeof fetch>) => {
      reportUnsupported('network');
      return fetch(...request);
    },
    $fetch: () => unsupported('nitroFetch', '$fetch'),
  };

  function counted(start: Start, isOnce = false) {
    return (
      callback: (...values: unknown[]) => void,
      delay?: number,
      ...values: unknown[]
    ): Timeout => {
      const timeout: Timeout = new Timeout(() =>
        start(() => {
          if (isOnce) active.delete(timeout);
          callback(...values);
        }, delay),
      );
      active.add(timeout);
      return timeout;
    };
  }
}
