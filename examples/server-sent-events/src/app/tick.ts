/** One event of the stream, as the page shows it. */
export interface Tick {
  readonly id: string;
  readonly count: number;
  readonly time: Date;
}

/**
 * Reads the data of an event.
 *
 * @returns `undefined` when it isn't a tick: received data
 *   is always validated
 */
export function readTick(id: string, data: unknown): Tick | undefined {
  const value = typeof data === 'string' ? parseJson(data) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('count' in value) || typeof value.count !== 'number') return undefined;
  if (!('time' in value) || typeof value.time !== 'string') return undefined;
  const time = new Date(value.time);
  return Number.isNaN(time.getTime())
    ? undefined
    : { id, count: value.count, time };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
