import type { ChatMessage } from '../../shared/chat-event';

/** What a client is told when it comes. */
export interface History {
  /** Whether these go on after the id that was asked for, with none missing. */
  readonly resumed: boolean;
  readonly messages: readonly ChatMessage[];
}

/** Whoever wants to hear all messages from now on. */
export interface Following {
  /** Called for each message, of whichever server, in the order of the ids. */
  hear(message: ChatMessage): void;
  /** Some messages were not heard, and never will be. */
  lost(): void;
}

/** Where messages are kept, and how those of one server reach all others. */
export interface Broker {
  readonly name: string;
  /**
   * Stores a message, once for each key.
   *
   * @returns its id, as soon as it will not be lost
   * @throws when it may not have been stored
   */
  store(message: Omit<ChatMessage, 'id'>): Promise<string>;
  /**
   * Reads what came after an id; without one, the last messages.
   *
   * @throws when the messages are out of reach
   */
  read(after: string | undefined): Promise<History>;
  /** Starts to pass on messages. Whoever reads afterwards gets all that is not passed on. */
  follow(following: Following): void;
  /** @throws when the messages are out of reach */
  check(): Promise<void>;
  close(): Promise<void>;
}
