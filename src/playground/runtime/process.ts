/** What of Node's `process` handlers have here; nothing else of it is there. */
export const processNames = ['uptime', 'getActiveResourcesInfo'] as const;

/** What a handler's file can name without importing it, as it can in Node. */
export interface NodeNames extends Record<string, unknown> {
  readonly process: Readonly<
    Record<(typeof processNames)[number], () => unknown>
  >;
}

type Timer = ReturnType<typeof setTimeout>;
type Start = (callback: () => void, delay?: number) => Timer;

/**
 * The part of Node that handlers ask about themselves: how long the server runs, and which timers of theirs are active.
 * The timers come along, since only those that are started by these are counted, as the runtime has some of its own.
 *
 * @param now milliseconds since the server began
 */
export function nodeNames(now: () => number): NodeNames {
  const active = new Set<Timer>();
  const stop = (timer: Timer | undefined): void => {
    if (timer !== undefined) active.delete(timer);
    clearTimeout(timer);
  };
  return {
    process: {
      uptime: () => now() / 1000,
      getActiveResourcesInfo: () => Array.from(active, () => 'Timeout'),
    },
    setTimeout: counted((callback, delay) => {
      const timer = setTimeout(() => {
        active.delete(timer);
        callback();
      }, delay);
      return timer;
    }),
    setInterval: counted((callback, delay) => setInterval(callback, delay)),
    clearTimeout: stop,
    clearInterval: stop,
  };

  function counted(start: Start) {
    return (
      callback: (...values: unknown[]) => void,
      delay?: number,
      ...values: unknown[]
    ): Timer => {
      const timer = start(() => {
        callback(...values);
      }, delay);
      active.add(timer);
      return timer;
    };
  }
}
