import { Injectable, signal } from '@angular/core';
import type { Entry, LogbookEvent, Note } from '../../shared/logbook-event';
import { afterLast, withEvent } from './entries';
import { keepConnected, type Link } from './keep-connected';
import { newId } from './new-id';
import { readLogbookEvent } from './read-logbook-event';

/** Reads and writes the logbook. Provide it in a component, which ends it. */
@Injectable()
export class LogbookSocket {
  readonly #entries = signal<readonly Entry[]>([]);
  readonly #unsent = signal<readonly Note[]>([]);
  readonly #error = signal('');
  readonly entries = this.#entries.asReadonly();
  /** Notes that the server hasn't acknowledged yet. */
  readonly unsent = this.#unsent.asReadonly();
  readonly error = this.#error.asReadonly();
  /** The socket that received its first heartbeat. */
  #socket: WebSocket | undefined;
  readonly state = keepConnected((link) => this.#connect(link));

  /** Sends a note, or queues it until there's a connection. */
  write(text: string): void {
    const note = { id: newId(), text };
    this.#error.set('');
    this.#unsent.update((notes) => [...notes, note]);
    this.#socket?.send(JSON.stringify(note));
  }

  #connect(link: Link): () => void {
    // A path is enough for the page's own server.
    const socket = new WebSocket(
      `/api/ws/logbook${afterLast(this.#entries())}`,
    );
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      const event = readLogbookEvent(data);
      if (event) {
        this.#receive(event, socket, link);
      }
    };
    socket.onclose = () => link.lost();
    return () => {
      this.#socket = undefined;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    };
  }

  #receive(event: LogbookEvent, socket: WebSocket, link: Link): void {
    this.#entries.update((entries) => withEvent(entries, event));
    switch (event.type) {
      case 'entry':
        this.#settle(event.entry.id);
        break;
      case 'refused':
        this.#error.set(event.reason);
        this.#settle(event.id);
        break;
      case 'alive':
        link.alive(event.within);
        // A socket also opens where no route answers: only the heartbeat proves the route.
        if (this.#socket !== socket) {
          this.#socket = socket;
          this.#sendAgain(socket);
        }
        break;
    }
  }

  /** Sends the remaining notes again, after the server has sent all known entries. */
  #sendAgain(socket: WebSocket): void {
    for (const note of this.#unsent()) {
      socket.send(JSON.stringify(note));
    }
  }

  #settle(id: string): void {
    this.#unsent.update((notes) => notes.filter((note) => note.id !== id));
  }
}
