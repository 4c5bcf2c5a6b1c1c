import { type ChatEvent, type ChatMessage } from '../../shared/chat-event';
import { isAfter } from '../../shared/message-id';
import type { Broker, History } from './broker';

/** One client of this process. */
export interface Listener {
  welcome(history: History): void;
  /** @param json the message as a serialized event, shared by all listeners */
  hear(message: ChatMessage, json: string): void;
  /** This process missed messages: the client has to reconnect. */
  lost(): void;
}

/** Forwards the messages of all processes to the clients of this one. */
export class Hub {
  #broker: Broker;
  /** Each listener with its last message, until it has received a newer one. */
  readonly #listeners = new Map<Listener, string | undefined>();
  /** Listeners that wait for their history, each with the messages that arrived in the meantime. */
  readonly #joining = new Map<Listener, ChatMessage[]>();

  constructor(broker: Broker) {
    this.#broker = broker;
    this.use(broker);
  }

  /** The number of listeners, including those that wait for their history. */
  get size(): number {
    return this.#listeners.size + this.#joining.size;
  }

  get broker(): Broker {
    return this.#broker;
  }

  /** Replaces the broker; call it before any client joins. */
  use(broker: Broker): void {
    this.#broker = broker;
    broker.follow({
      hear: (message) => this.#pass(message),
      lost: () => this.#lose(),
    });
  }

  /**
   * Sends a client the messages that it missed. From then on, it receives each
   * message once, in order.
   *
   * @throws when the messages can't be reached
   */
  async join(listener: Listener, after: string | undefined): Promise<void> {
    const meanwhile: ChatMessage[] = [];
    this.#joining.set(listener, meanwhile);
    try {
      const history = await this.#broker.read(after);
      // The client may have disconnected by now.
      if (this.#joining.has(listener)) {
        listener.welcome(history);
        const had = history.resumed ? after : undefined;
        this.#listeners.set(listener, history.messages.at(-1)?.id ?? had);
        for (const message of meanwhile) {
          this.#tell(listener, message, toJson(message));
        }
      }
    } finally {
      this.#joining.delete(listener);
    }
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
    this.#joining.delete(listener);
  }

  #pass(message: ChatMessage): void {
    for (const meanwhile of this.#joining.values()) {
      meanwhile.push(message);
    }
    const json = toJson(message);
    for (const listener of this.#listeners.keys()) {
      this.#tell(listener, message, json);
    }
  }

  /** Skips messages that the client already has: its history can be newer than the forwarded message. */
  #tell(listener: Listener, message: ChatMessage, json: string): void {
    const last = this.#listeners.get(listener);
    if (last === undefined || isAfter(message.id, last)) {
      this.#listeners.set(listener, undefined);
      listener.hear(message, json);
    }
  }

  #lose(): void {
    for (const listener of [
      ...this.#listeners.keys(),
      ...this.#joining.keys(),
    ]) {
      listener.lost();
    }
  }
}

function toJson(message: ChatMessage): string {
  const event: ChatEvent = { type: 'message', ...message };
  return JSON.stringify(event);
}
