import { once } from 'node:events';
import { expect } from 'vitest';
import WebSocket from 'ws';
import { readRoomEvent } from '../../src/app/read-room-event';
import type { RoomEvent, RoomMessage } from '../../src/shared/room-event';

/** Where the socket of a room is served. */
export function roomUrl(room: string, name?: string): string {
  return `/api/ws/rooms/${room}${name === undefined ? '' : `?name=${name}`}`;
}

/** One client of a room, which keeps every event that it gets. */
export class Visitor {
  readonly events: RoomEvent[] = [];
  /** The highest number of a message so far, or 0. */
  lastNumber = 0;
  readonly #waiting = new Set<() => void>();

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const event = readRoomEvent(data.toString());
      if (event) this.#keep(event);
      for (const check of this.#waiting) check();
    });
    socket.on('error', () => {
      // Who awaits the socket learns of it by what does not come.
    });
  }

  /** All messages, those of the welcome first. */
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
   * Resolves once `isThere` holds of what has come.
   *
   * @throws when it does not within a minute
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

  /** Closes the socket; resolves when the server has answered. */
  async leave(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }
}

/** A socket to a room that may refuse it. */
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
 * @throws when there is no welcome within a minute
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

/** What becomes of a socket: welcomed, closed with a code, or refused with a status. */
export type Admission =
  | { readonly socket: 'welcomed' }
  | {
      readonly socket: 'closed';
      readonly code: number;
      readonly reason: string;
    }
  | { readonly socket: 'refused'; readonly status: number };

/**
 * Tries to get in; who is welcomed stays in `welcomed`.
 *
 * @throws when nothing comes within a minute
 */
export async function tryToEnter(
  socket: WebSocket,
  welcomed: WebSocket[] = [],
): Promise<Admission> {
  socket.on('error', () => {
    // Ending a socket that never opened is an error to `ws`.
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
 * Tries to get into many rooms, fifty at a time; who is welcomed stays in `welcomed`.
 *
 * @throws when one gets no answer within a minute
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

/** Closes sockets; resolves when the server has answered all of them. */
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

/** Who is in a room, as the API says. */
export async function membersOf(
  server: string,
  room: string,
): Promise<string[] | undefined> {
  const rooms = await listRooms(server);
  return rooms.find(({ name }) => name === room)?.members;
}

/** The answer of `/api/rooms`. */
export async function listRooms(
  server: string,
): Promise<{ name: string; members: string[] }[]> {
  const response = await fetch(`${server}/api/rooms`);
  return (await response.json()) as { name: string; members: string[] }[];
}
