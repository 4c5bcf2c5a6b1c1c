import { once } from 'node:events';
import { expect } from 'vitest';
import WebSocket from 'ws';
import { readRoomEvent } from '../../src/app/read-room-event';
import type { RoomEvent, RoomMessage } from '../../src/shared/room-event';

/** Returns the URL of a room's socket. */
export function roomUrl(room: string, name?: string): string {
  return `/api/ws/rooms/${room}${name === undefined ? '' : `?name=${name}`}`;
}

/** A client of a room, which keeps every received event. */
export class Visitor {
  readonly events: RoomEvent[] = [];
  /** Highest number of a message so far, or 0. */
  lastNumber = 0;
  readonly #waiting = new Set<() => void>();

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const event = readRoomEvent(data.toString());
      if (event) this.#keep(event);
      for (const check of this.#waiting) check();
    });
    socket.on('error', () => {
      // Tests that wait for the socket notice the missing event.
    });
  }

  /** All messages, including those of the welcome. */
  get messages(): RoomMessage[] {
    return this.events.flatMap((event) => {
      if (event.type === 'welcome') return [...event.messages];
      return event.type === 'message' ? [event] : [];
    });
  }

  say(text: string): void {
    this.socket.send(JSON.stringify({ text }));
  }

  /**
   * Resolves once a condition is met.
   *
   * @throws after a minute
   */
  async until(isThere: (visitor: this) => boolean): Promise<void> {
    if (isThere(this)) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        const last = JSON.stringify(this.events.slice(-3));
        reject(new Error(`It did not come within 20 s. The last: ${last}`));
      }, 60_000);
      const check = () => {
        if (!isThere(this)) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
    });
  }

  #keep(event: RoomEvent): void {
    this.events.push(event);
    const newest = event.type === 'welcome' ? event.messages.at(-1) : event;
    if (newest?.type === 'message') {
      this.lastNumber = Math.max(this.lastNumber, newest.number);
    }
  }

  /** Closes the socket; resolves after the server's response. */
  async leave(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }
}

/** Opens a socket to a room that may be refused. */
export function knock(
  server: string,
  path: string,
  headers: Record<string, string> = {},
): WebSocket {
  const url = server.replace('http', 'ws') + path;
  return new WebSocket(url, { headers, handshakeTimeout: 60_000 });
}

/**
 * Enters a room.
 *
 * @throws if there is no welcome within a minute
 */
export async function visit(
  server: string,
  room: string,
  name?: string,
): Promise<Visitor> {
  const visitor = new Visitor(knock(server, roomUrl(room, name)));
  await visitor.until(({ events }) => events.length > 0);
  expect(visitor.events[0]?.type).toBe('welcome');
  return visitor;
}

/** Result of a socket: welcomed, closed with a code, or refused with a status. */
export type Admission =
  | { readonly socket: 'welcomed' }
  | {
      readonly socket: 'closed';
      readonly code: number;
      readonly reason: string;
    }
  | { readonly socket: 'refused'; readonly status: number };

/**
 * Tries to enter a room; successful clients are added to `welcomed`.
 *
 * @throws after a minute
 */
export async function tryToEnter(
  socket: WebSocket,
  welcomed: WebSocket[] = [],
): Promise<Admission> {
  socket.on('error', () => {
    // `ws` emits an error if a socket is terminated before it opens.
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error('No answer within a minute.')),
      60_000,
    );
    const answer = (admission: Admission) => {
      clearTimeout(timer);
      resolve(admission);
    };
    socket.once('message', () => {
      welcomed.push(socket);
      answer({ socket: 'welcomed' });
    });
    socket.once('close', (code, reason) => {
      answer({ socket: 'closed', code, reason: reason.toString() });
    });
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => {
      answer({ socket: 'refused', status: statusCode });
      socket.terminate();
    });
  });
}

/**
 * Tries to enter many rooms, fifty at a time; successful clients are added to `welcomed`.
 *
 * @throws if one gets no response within a minute
 */
export async function tryAll(
  server: string,
  rooms: readonly string[],
  welcomed: WebSocket[],
): Promise<Admission[]> {
  const admissions: Admission[] = [];
  for (let start = 0; start < rooms.length; start += 50) {
    const some = rooms.slice(start, start + 50);
    const answers = some.map((room) =>
      tryToEnter(knock(server, roomUrl(room)), welcomed),
    );
    admissions.push(...(await Promise.all(answers)));
  }
  return admissions;
}

/** Closes sockets; resolves after the server's responses. */
export async function leaveAll(sockets: WebSocket[]): Promise<void> {
  const open = sockets
    .splice(0)
    .filter(({ readyState }) => readyState !== WebSocket.CLOSED);
  await Promise.all(
    open.map((socket) => {
      const closed = once(socket, 'close');
      socket.close();
      return closed;
    }),
  );
}

/** Returns the members of a room, from the API. */
export async function membersOf(
  server: string,
  room: string,
): Promise<string[] | undefined> {
  const rooms = await listRooms(server);
  return rooms.find(({ name }) => name === room)?.members;
}

/** Returns the response of `/api/rooms`. */
export async function listRooms(
  server: string,
): Promise<{ name: string; members: string[] }[]> {
  const response = await fetch(`${server}/api/rooms`);
  return (await response.json()) as { name: string; members: string[] }[];
}
