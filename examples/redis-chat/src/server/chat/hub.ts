import { type ChatEvent, type ChatMessage } from '../../shared/chat-event';
import { isAfter } from '../../shared/message-id';
import type { Broker, History } from './broker';

/** One client of this process. */
export interface Listener {
  welcome(history: History): void;
  /** @param json the message as an event, for all listeners the same */
  hear(message: ChatMessage, json: string): void;
  /** Messages have passed this process by: the client has to come anew. */
  lost(): void;
}

/** Passes the messages of all processes on to the clients of this one. */
export class Hub {
  #broker: Broker;
  /** Each with the last message that it has, until it has heard a later one. */
  readonly #listeners = new Map<Listener, string | undefined>();
  /** Those whose history is not there yet, each with what was said meanwhile. */
  readonly #joining = new Map<Listener, ChatMessage[]>();

  constructor(broker: Broker) {
    this.#broker = broker;
    this.use(broker);
  }

  /** Who listens, those included that wait for their history. */
  get size(): number {
    return this.#listeners.size + this.#joining.size;
  }

  get broker(): Broker {
    return this.#broker;
  }

  /** Takes the messages from elsewhere; before any client is there. */
  use(broker: Broker): void {
    this.#broker = broker;
    broker.follow({
      hear: (message) => this.#pass(message),
      lost: () => this.#lose(),
    });
  }

  /**
   * Welcomes a client with what it has missed. From then on it hears each
   * message once, in order.
   *
   * @throws when the messages are out of reach
   */
  async join(listener: Listener, after: string | undefined): Promise<void> {
    const meanwhile: ChatMessage[] = [];
    this.#joining.set(listener, meanwhile);
    try {
      const history = await this.#broker.read(after);
      // It may have left by now.
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

  /** Leaves out what the client has already: it can be further than what is passed on. */
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
