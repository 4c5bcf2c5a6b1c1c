import {
  computed,
  DestroyRef,
  inject,
  Injectable,
  signal,
} from '@angular/core';
import type { Saying } from '../shared/chat-event';
import { nothingYet, withEvent, withSaying } from './chat-state';
import { chatUrl } from './chat-url';
import { readChatEvent } from './read-chat-event';
import { reconnectDelay } from './reconnect-delay';

export type ConnectionState = 'connecting' | 'connected' | 'lost';

/** A place in the chat, held for as long as the component that provides it lives. */
@Injectable()
export class ChatConnection {
  readonly #chat = signal(nothingYet);
  readonly #state = signal<ConnectionState>('connecting');
  readonly state = this.#state.asReadonly();
  readonly messages = computed(() => this.#chat().messages);
  /** Not acknowledged yet. */
  readonly pending = computed(() => this.#chat().pending);

  #name = '';
  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#leave());
  }

  /** Enters, or comes back with another name. Call it in the browser only. */
  enter(name: string): void {
    this.#leave();
    this.#name = name;
    this.#connect();
  }

  /** Sends a text now, or as soon as there is a connection. */
  say(text: string): void {
    const saying = { key: newKey(), text };
    this.#chat.update((chat) => withSaying(chat, saying));
    if (this.#state() === 'connected') {
      this.#send(saying);
    }
  }

  #connect(): void {
    this.#socket = new WebSocket(chatUrl(this.#name, this.#chat()));
    this.#socket.onmessage = ({ data }) => this.#receive(data);
    this.#socket.onclose = () => {
      this.#state.set('lost');
      const delay = reconnectDelay(this.#failures++);
      this.#timer = setTimeout(() => this.#connect(), delay);
    };
  }

  #receive(frame: unknown): void {
    const event = readChatEvent(frame);
    if (!event) {
      return;
    }
    this.#chat.update((chat) => withEvent(chat, event));
    // A socket also opens where no route answers, so only the welcome counts.
    if (event.type === 'welcome') {
      this.#failures = 0;
      this.#state.set('connected');
      for (const saying of this.pending()) this.#send(saying);
    }
  }

  #send(saying: Saying): void {
    this.#socket?.send(JSON.stringify(saying));
  }

  #leave(): void {
    clearTimeout(this.#timer);
    if (this.#socket) {
      this.#socket.onmessage = null;
      this.#socket.onclose = null;
      this.#socket.close();
    }
    this.#state.set('connecting');
  }
}

/** `crypto.randomUUID` is there on secure pages only; this is everywhere. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
