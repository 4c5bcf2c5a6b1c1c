/** One event: an id to resume from, and JSON text. */
export interface Tick {
  id: string;
  data: string;
}

const period = 1000;
/** How many ticks a reader may miss and still get: a minute's worth. */
const keptTicks = 60;

// Ids begin again with each start of the server. The prefix tells the runs
// apart, or a reader of the last run would resume at the wrong place in this.
const run = crypto.randomUUID().slice(0, 8);
let count = 0;
let kept: Tick[] = [];

const readers = new Set<(tick: Tick) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Calls `reader` with each tick from now on. The timer runs only while
 * there are readers; the first reader starts it, and gets a tick immediately.
 *
 * @returns the function that ends it
 */
export function join(reader: (tick: Tick) => void): () => void {
  if (timer === undefined) {
    timer = setInterval(tick, period);
    tick();
  }
  readers.add(reader);
  return () => {
    readers.delete(reader);
    if (readers.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The ticks that are still kept, the oldest first. */
export function keptSoFar(): readonly Tick[] {
  return kept;
}

/** How many readers there are now. */
export function readerCount(): number {
  return readers.size;
}

function tick(): void {
  count += 1;
  const next = {
    id: `${run}-${count}`,
    data: JSON.stringify({ count, time: new Date().toISOString() }),
  };
  kept = [...kept, next].slice(-keptTicks);
  for (const reader of readers) reader(next);
}
