import { expect, vi } from 'vitest';
import type { AppServer } from './server';
import type { StreamEvent } from './event-stream';

/** Data of a tick. */
export interface TickData {
  count: number;
  time: string;
}

/** Parses a tick's data; fails the test if it is invalid. */
export function tickData(event: StreamEvent): TickData {
  const data: unknown = JSON.parse(event.data);
  if (
    typeof data !== 'object' ||
    data === null ||
    !('count' in data && typeof data.count === 'number') ||
    !('time' in data && typeof data.time === 'string')
  ) {
    throw new Error(`Not a tick: ${event.data}`);
  }
  return { count: data.count, time: data.time };
}

/** Returns the counts of ticks, in order. */
export function counts(events: readonly StreamEvent[]): number[] {
  return events.map((event) => tickData(event).count);
}

/** Returns the id of an event, which must have one. */
export function idOf(event: StreamEvent | undefined): string {
  if (!event?.id) throw new Error(`No id: ${JSON.stringify(event)}`);
  return event.id;
}

/** Returns the state of the server from `/api/health`. */
export async function health(server: AppServer): Promise<unknown> {
  const response = await fetch(`${server.url}/api/health`);
  return response.json();
}

/** Waits until the server has neither readers nor timers. */
export async function idle(server: AppServer): Promise<void> {
  await serves(server, { readers: 0, timers: 0 });
}

/**
 * Waits until the server has a number of readers. Not `expect.poll()`, which needs a single current test, and these run in
 * parallel.
 */
export async function serves(
  server: AppServer,
  counts: { readonly readers: number; readonly timers: number },
): Promise<void> {
  await vi.waitFor(
    async () => expect(await health(server)).toEqual(counts),
    60_000,
  );
}
