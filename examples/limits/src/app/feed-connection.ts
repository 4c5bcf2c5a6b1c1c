import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { tooManyMessages } from '../shared/feed-event';
import { readFeedEvent } from './read-feed-event';
import { reconnectDelay } from './reconnect-delay';

export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'closed';

const textsKept = 50;

/** The page's socket to the feed. */
@Injectable()
export class FeedConnection {
  readonly #state = signal<ConnectionState>('connecting');
  readonly #texts = signal<readonly string[]>([]);
  readonly #error = signal('');
  readonly state = this.#state.asReadonly();
  readonly texts = this.#texts.asReadonly();
  readonly error = this.#error.asReadonly();

  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#timer);
      if (this.#socket) {
        this.#socket.onclose = null;
        this.#socket.close();
      }
    });
  }

  /** Call it in the browser only. */
  connect(): void {
    this.#state.set('connecting');
    this.#error.set('');
    this.#socket = new WebSocket('/api/ws/feed');
    this.#socket.onmessage = ({ data }) => this.#receive(data);
    this.#socket.onclose = ({ code, reason }) => {
      // A client that was disconnected for sending too much doesn't reconnect by itself.
      if (code === tooManyMessages) {
        this.#state.set('closed');
        this.#error.set(reason);
        return;
      }
      this.#state.set('lost');
      const delay = reconnectDelay(this.#failures++);
      this.#timer = setTimeout(() => this.connect(), delay);
    };
  }

  say(text: string): void {
    this.#error.set('');
    this.#socket?.send(JSON.stringify({ text }));
  }

  #receive(frame: unknown): void {
    const event = readFeedEvent(frame);
    switch (event?.type) {
      // A socket also opens where no route answers: only this frame shows that one does.
      case 'welcome':
        this.#failures = 0;
        this.#state.set('connected');
        break;
      case 'message': {
        const { text } = event;
        this.#texts.update((texts) => [...texts, text].slice(-textsKept));
        break;
      }
      case 'error':
        this.#error.set(event.reason);
        break;
    }
  }
}
