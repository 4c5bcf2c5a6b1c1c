import { expect, vi } from 'vitest';
import type { ServerFrame, Wire, WireClient } from './wire';

/** URL of `src/server/routes/api/ws/logbook.ts`. */
export const socketUrl = '/api/ws/logbook';
/** URL of `src/server/routes/api/logbook/stream.get.ts`. */
export const streamUrl = '/api/logbook/stream';

/** Response of `/api/logbook`. */
export interface Book {
  readonly lastCursor: string;
  readonly readers: { readonly now: number; readonly joined: number };
}

/** Returns the state of a server's logbook. */
export async function bookOf(server: string): Promise<Book> {
  const response = await fetch(`${server}/api/logbook`);
  return (await response.json()) as Book;
}

/** Returns a query that resumes after the last entry. */
export async function fromNowOn(server: string): Promise<string> {
  const { lastCursor } = await bookOf(server);
  return lastCursor && `?after=${lastCursor}`;
}

/** Waits until there are no readers. */
export async function nobodyReads(server: string): Promise<void> {
  await vi.waitFor(
    async () => expect((await bookOf(server)).readers.now).toBe(0),
    60_000,
  );
}

/** Opens a socket with a query, and takes frames up to the first heartbeat. */
export async function readOn(
  wire: Wire,
  name: string,
  query: string,
): Promise<WireClient> {
  const client = await wire.connect(name, socketUrl + query);
  while (!isAlive(await client.next()));
  return client;
}

/** Takes an entry, and names its cursor from then on. */
export async function takeEntry(
  wire: Wire,
  client: WireClient,
  cursorName: string,
): Promise<string> {
  const frame = await client.next();
  const json = frame.opcode === 'text' ? frame.payload : '';
  const cursor = /"cursor":"([^"]+)"/.exec(json)?.[1] ?? '';
  expect(cursor, json).not.toBe('');
  wire.name(cursor, cursorName);
  return cursor;
}

function isAlive(frame: ServerFrame): boolean {
  return frame.opcode === 'text' && frame.payload.includes('"type":"alive"');
}
