import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { endsSession } from '../shared/close-codes';
import { limits } from '../shared/session-limits';
import { openWithCookie, openWithTicket } from './open-socket';
import { readNotesEvent } from './read-notes-event';
import { reconnectDelay } from './reconnect-delay';
import { SessionClient } from './session-client';

/** The credentials with which a socket is authenticated. */
export type Proof = 'cookie' | 'ticket';
export type ConnectionState = 'connecting' | 'connected' | 'lost';

/** One socket, held for as long as the component that provides it lives. */
@Injectable()
export class NotesConnection {
  readonly #session = inject(SessionClient);
  readonly #state = signal<ConnectionState>('connecting');
  readonly #notes = signal<readonly string[]>([]);
  readonly #error = signal('');
  readonly state = this.#state.asReadonly();
  readonly notes = this.#notes.asReadonly();
  readonly error = this.#error.asReadonly();

  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #left = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#leave());
  }

  /** Opens the socket, again and again until it stays open. Call it in the browser only. */
  async connect(proof: Proof): Promise<void> {
    try {
      const ticket = proof === 'ticket' ? await this.#session.ticket() : '';
      if (!this.#left) {
        this.#listen(ticket ? openWithTicket(ticket) : openWithCookie(), proof);
      }
    } catch {
      this.#tryAgain(proof);
    }
  }

  /** Writes a note; the server answers with a copy. */
  write(text: string): void {
    this.#error.set('');
    this.#socket?.send(JSON.stringify({ text }));
  }

  #listen(socket: WebSocket, proof: Proof): void {
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#receive(data);
    // #region ended
    socket.onclose = ({ code, reason }) => {
      if (endsSession(code)) {
        // A new socket would be closed too, so the page shows the form and the reason.
        this.#session.end(`${reason}.`);
      } else {
        this.#error.set(reason);
        this.#tryAgain(proof);
      }
    };
    // #endregion ended
  }

  #receive(data: unknown): void {
    const event = readNotesEvent(data);
    switch (event?.type) {
      // It has all that is kept: what came before a lost connection is replaced.
      case 'welcome':
        this.#notes.set(event.notes);
        this.#error.set('');
        this.#failures = 0;
        this.#state.set('connected');
        break;
      case 'note':
        this.#notes.update((notes) =>
          [...notes, event.text].slice(-limits.notes),
        );
        break;
      case 'error':
        this.#error.set(event.reason);
        break;
    }
  }

  #tryAgain(proof: Proof): void {
    if (!this.#left) {
      this.#state.set('lost');
      const delay = reconnectDelay(this.#failures++);
      this.#timer = setTimeout(() => void this.connect(proof), delay);
    }
  }

  #leave(): void {
    this.#left = true;
    clearTimeout(this.#timer);
    if (this.#socket) {
      this.#socket.onmessage = null;
      this.#socket.onclose = null;
      this.#socket.close();
    }
  }
}
