import type { ChatMessage } from '../../shared/chat-event';
import { limits } from '../../shared/chat-limits';
import type { Broker, Following, History } from './broker';

/** Keeps the messages in the memory of one process. */
export class MemoryBroker implements Broker {
  readonly name = 'memory';
  readonly #messages: ChatMessage[] = [];
  readonly #ids = new Map<string, string>();
  #following: Following | undefined;
  #lastTime = 0;
  #place = 0;

  store(said: Omit<ChatMessage, 'id'>): Promise<string> {
    const known = this.#ids.get(said.key);
    if (known !== undefined) {
      return Promise.resolve(known);
    }
    const message = { id: this.#nextId(), ...said };
    this.#messages.push(message);
    this.#ids.set(said.key, message.id);
    if (this.#messages.length > limits.stored) {
      const oldest = this.#messages.shift();
      this.#ids.delete(oldest?.key ?? '');
    }
    this.#following?.hear(message);
    return Promise.resolve(message.id);
  }

  read(after: string | undefined): Promise<History> {
    if (after === undefined) {
      const messages = this.#messages.slice(-limits.history);
      return Promise.resolve({ resumed: false, messages });
    }
    const index = this.#messages.findIndex(({ id }) => id === after);
    // If that message is gone, later ones may be too: return all.
    return Promise.resolve({
      resumed: index !== -1,
      messages: this.#messages.slice(index + 1),
    });
  }

  follow(following: Following): void {
    this.#following = following;
  }

  check(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #nextId(): string {
    const now = Math.max(Date.now(), this.#lastTime);
    this.#place = now === this.#lastTime ? this.#place + 1 : 0;
    this.#lastTime = now;
    return `${now}-${this.#place}`;
  }
}
