import {
  afterNextRender,
  DestroyRef,
  inject,
  Injectable,
  signal,
} from '@angular/core';
import { type ChatMessage, parseChatMessage } from './chat-message';
import { reconnectDelay } from './reconnect-delay';

export type ConnectionState = 'connecting' | 'connected' | 'lost';

/** One line of the conversation. */
export interface ChatLine {
  readonly number: number;
  readonly message: ChatMessage;
  /** Written on this page. */
  readonly own: boolean;
}

const linesKept = 200;

/** A place in the room, held for as long as the component that provides it lives. */
@Injectable()
export class ChatConnection {
  readonly #state = signal<ConnectionState>('connecting');
  readonly #lines = signal<readonly ChatLine[]>([]);
  readonly state = this.#state.asReadonly();
  readonly lines = this.#lines.asReadonly();

  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #id: string | undefined;
  #failures = 0;
  #count = 0;

  constructor() {
    // Not called while the server renders the page: no socket is opened there.
    afterNextRender(() => this.#connect());
    inject(DestroyRef).onDestroy(() => this.#disconnect());
  }

  /** Sends a text to all members of the room; the room answers with a copy. */
  send(text: string): void {
    this.#socket?.send(JSON.stringify({ text }));
  }

  // #region connect
  #connect(): void {
    this.#socket = new WebSocket('/api/ws/chat');
    this.#socket.onmessage = ({ data }) => this.#receive(data);
    this.#socket.onclose = () => {
      this.#state.set('lost');
      const delay = reconnectDelay(this.#failures++);
      this.#timer = setTimeout(() => this.#connect(), delay);
    };
  }
  // #endregion connect

  #disconnect(): void {
    clearTimeout(this.#timer);
    if (this.#socket) {
      this.#socket.onclose = null;
      this.#socket.close();
    }
  }

  #receive(frame: unknown): void {
    const message = parseChatMessage(frame);
    if (!message) {
      return;
    }
    // A socket also opens where no route answers, so only the welcome counts.
    if (message.type === 'welcome') {
      this.#id = message.id;
      this.#failures = 0;
      this.#state.set('connected');
    }
    const own = message.type === 'message' && message.from === this.#id;
    const line = { number: this.#count++, message, own };
    this.#lines.update((lines) => [...lines, line].slice(-linesKept));
  }
}
