import { once } from 'node:events';
import WebSocket from 'ws';
import { readNotesEvent } from '../../src/app/read-notes-event';
import type { NotesEvent } from '../../src/shared/notes-event';

/** Result of a socket: welcomed, closed with a code, or refused with a status. */
export type Outcome =
  | { readonly socket: 'welcomed'; readonly user: string }
  | {
      readonly socket: 'closed';
      readonly code: number;
      readonly reason: string;
    }
  | { readonly socket: 'refused'; readonly status: number };

export const byCookie = '/api/ws/notes';
export const byTicket = '/api/ws/notes-by-ticket';

/** A socket to the notes, which keeps every received event. */
export class Window {
  readonly events: NotesEvent[] = [];
  readonly socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #end: Outcome | undefined;

  /**
   * @param protocols offered sub-protocols
   */
  constructor(
    server: string,
    path: string,
    headers: Record<string, string>,
    protocols: string[] = [],
  ) {
    const url = server.replace('http', 'ws') + path;
    this.socket = new WebSocket(url, protocols, { headers });
    this.socket.on('message', (data: Buffer) => {
      const event = readNotesEvent(data.toString());
      if (event) this.events.push(event);
      this.#check();
    });
    this.socket.on('error', () => {
      // `ws` emits an error if a socket is terminated before it opens.
    });
    this.socket.once('close', (code, reason) => {
      this.#end ??= { socket: 'closed', code, reason: reason.toString() };
      this.#check();
    });
    this.socket.once(
      'unexpected-response',
      (_request, { statusCode: status = 0 }) => {
        this.#end = { socket: 'refused', status };
        this.#check();
        this.socket.terminate();
      },
    );
  }

  /** Texts of all notes so far, including those of the welcome. */
  get notes(): string[] {
    return this.events.flatMap((event) => {
      if (event.type === 'welcome') return [...event.notes];
      return event.type === 'note' ? [event.text] : [];
    });
  }

  write(text: string): void {
    this.socket.send(JSON.stringify({ text }));
  }

  /**
   * Waits for its result.
   *
   * @throws after 60 seconds
   */
  async outcome(): Promise<Outcome> {
    await this.until(() => this.events.length > 0 || this.#end !== undefined);
    const first = this.events.at(0);
    if (this.#end) return this.#end;
    return {
      socket: 'welcomed',
      user: first?.type === 'welcome' ? first.user : '',
    };
  }

  /**
   * Waits for its end.
   *
   * @throws after 60 seconds
   */
  async end(): Promise<Outcome | undefined> {
    await this.until(() => this.#end !== undefined);
    return this.#end;
  }

  /**
   * Resolves once a condition is met.
   *
   * @throws after 60 seconds
   */
  async until(isThere: (window: this) => boolean): Promise<void> {
    if (isThere(this)) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        const last = JSON.stringify(this.events.slice(-3));
        reject(new Error(`It did not come within 60 s. The last: ${last}`));
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

  /** Closes the socket; resolves after the server's response. */
  async leave(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }

  #check(): void {
    for (const check of this.#waiting) check();
  }
}
