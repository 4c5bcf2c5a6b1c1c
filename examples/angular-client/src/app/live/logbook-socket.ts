import { Injectable, signal } from '@angular/core';
import type { Entry, LogbookEvent, Note } from '../../shared/logbook-event';
import { afterLast, withEvent } from './entries';
import { keepConnected, type Link } from './keep-connected';
import { newId } from './new-id';
import { readLogbookEvent } from './read-logbook-event';

/** Reads and writes the book. Provide it in a component: it ends with that. */
@Injectable()
export class LogbookSocket {
  readonly #entries = signal<readonly Entry[]>([]);
  readonly #unsent = signal<readonly Note[]>([]);
  readonly #error = signal('');
  readonly entries = this.#entries.asReadonly();
  /** Written here, and not yet come back from the book. */
  readonly unsent = this.#unsent.asReadonly();
  readonly error = this.#error.asReadonly();
  /** The socket that the book has given its first sign of life on. */
  #socket: WebSocket | undefined;
  readonly state = keepConnected((link) => this.#connect(link));

  /** Sends a note, or keeps it until there is a connection. */
  write(text: string): void {
    const note = { id: newId(), text };
    this.#error.set('');
    this.#unsent.update((notes) => [...notes, note]);
    this.#socket?.send(JSON.stringify(note));
  }

  #connect(link: Link): () => void {
    // A page's own server needs no more than a path.
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
        // A socket also opens where no route answers: only this says that the book is there.
        if (this.#socket !== socket) {
          this.#socket = socket;
          this.#sendAgain(socket);
        }
        break;
    }
  }

  /** By now the book has shown all that it has got. */
  #sendAgain(socket: WebSocket): void {
    for (const note of this.#unsent()) {
      socket.send(JSON.stringify(note));
    }
  }

  #settle(id: string): void {
    this.#unsent.update((notes) => notes.filter((note) => note.id !== id));
  }
}
