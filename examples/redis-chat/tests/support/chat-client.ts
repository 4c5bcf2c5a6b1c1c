import { setTimeout as delay } from 'node:timers/promises';
import WebSocket from 'ws';
import {
  type ChatState,
  nothingYet,
  withEvent,
  withSaying,
} from '../../src/app/chat-state';
import { chatUrl } from '../../src/app/chat-url';
import { readChatEvent } from '../../src/app/read-chat-event';
import type { ChatMessage } from '../../src/shared/chat-event';

let clients = 0;

/** How a socket ended. */
export interface Ending {
  readonly code: number;
  readonly reason: string;
}

/** A client with the page's code, in Node; it reconnects until it is closed. */
export class ChatClient {
  /** All received messages, including repeated ones. */
  readonly heard: ChatMessage[] = [];
  /** Acknowledged keys, in order. */
  readonly acknowledged: string[] = [];
  readonly endings: Ending[] = [];
  /** For each welcome, whether the client resumed. */
  readonly welcomes: boolean[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #id = ++clients;
  #state: ChatState = nothingYet;
  #socket: WebSocket | undefined;
  #ready = false;
  #ended = false;
  #said = 0;

  /**
   * @param server for example `https://localhost:34567`
   * @param ca trusted certificate
   * @param path base path of the app
   */
  constructor(
    readonly server: string,
    readonly name: string,
    readonly ca?: string,
    readonly path = '',
  ) {
    this.#connect();
  }

  get state(): ChatState {
    return this.#state;
  }

  /** Whether it has the welcome, and its socket is open. */
  get isConnected(): boolean {
    return this.#ready;
  }

  /** Texts of all messages, in order. */
  get texts(): string[] {
    return this.#state.messages.map(({ text }) => text);
  }

  /** Sends a message; returns its key. */
  say(text: string): string {
    const key = `client-${this.#id}-${++this.#said}`;
    this.#state = withSaying(this.#state, { key, text });
    if (this.#ready) this.#socket?.send(JSON.stringify({ key, text }));
    return key;
  }

  /** Closes its socket; it reconnects immediately. */
  comeAnew(): void {
    this.#ready = false;
    this.#socket?.terminate();
  }

  /** Closes it without a reconnect. */
  end(): void {
    this.#ended = true;
    this.#ready = false;
    this.#socket?.terminate();
  }

  /**
   * Resolves once a condition is met.
   *
   * @throws after 60 seconds
   */
  async until(isThere: (client: this) => boolean): Promise<void> {
    if (isThere(this)) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        const { messages, pending } = this.#state;
        const sockets = JSON.stringify(this.endings.slice(-3));
        reject(
          new Error(
            `${this.name} has ${messages.length} messages and ${pending.length} unacknowledged after 60 s. Its last sockets: ${sockets}`,
          ),
        );
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

  #connect(): void {
    const url =
      this.server.replace('http', 'ws') +
      this.path +
      chatUrl(this.name, this.#state);
    const socket = new WebSocket(url, {
      ...(this.ca && { ca: this.ca }),
      handshakeTimeout: 20_000,
    });
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(data.toString()));
    socket.on('error', () => {
      // The following `close` event reports it.
    });
    socket.on('close', (code, reason) => {
      this.#ready = false;
      this.endings.push({ code, reason: reason.toString() });
      this.#tell();
      void this.#comeBack();
    });
  }

  async #comeBack(): Promise<void> {
    await delay(100);
    if (!this.#ended) this.#connect();
  }

  #receive(frame: string): void {
    const event = readChatEvent(frame);
    if (!event) throw new Error(`${this.name} cannot read ${frame}`);
    this.#state = withEvent(this.#state, event);
    if (event.type === 'welcome') {
      this.heard.push(...event.messages);
      this.welcomes.push(event.resumed);
      this.#ready = true;
      for (const saying of this.#state.pending) {
        this.#socket?.send(JSON.stringify(saying));
      }
    } else if (event.type === 'message') {
      this.heard.push(event);
    } else if (event.type === 'stored') {
      this.acknowledged.push(event.key);
    }
    this.#tell();
  }

  #tell(): void {
    for (const check of this.#waiting) check();
  }
}
