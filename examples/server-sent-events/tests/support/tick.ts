import { expect, vi } from 'vitest';
import type { AppServer } from './server.ts';
import type { StreamEvent } from './event-stream.ts';

/** What the data of a tick says. */
export interface TickData {
  count: number;
  time: string;
}

/** Reads a tick's data; fails the test when it is anything else. */
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

/** The counts of these ticks, in the order in which they came. */
export function counts(events: readonly StreamEvent[]): number[] {
  return events.map((event) => tickData(event).count);
}

/** The id of an event that must have one. */
export function idOf(event: StreamEvent | undefined): string {
  if (!event?.id) throw new Error(`No id: ${JSON.stringify(event)}`);
  return event.id;
}

/** What the server says of itself at `/api/health`. */
export async function health(server: AppServer): Promise<unknown> {
  const response = await fetch(`${server.url}/api/health`);
  return response.json();
}

/** Waits until the server says that it has neither readers nor timers. */
export async function idle(server: AppServer): Promise<void> {
  await vi.waitFor(
    async () => {
      expect(await health(server)).toEqual({ readers: 0, timers: 0 });
    },
    { timeout: 5000 },
  );
}
