import type { ChatMessage } from '../../shared/chat-event';

/** The history that a client receives when it joins. */
export interface History {
  /** Whether the messages continue after the requested ID without a gap. */
  readonly resumed: boolean;
  readonly messages: readonly ChatMessage[];
}

/** Receives all messages from now on. */
export interface Following {
  /** Called for each message of any process, in the order of the IDs. */
  hear(message: ChatMessage): void;
  /** Called when messages were missed that can no longer be delivered. */
  lost(): void;
}

/** Stores messages, and delivers them to all processes. */
export interface Broker {
  readonly name: string;
  /**
   * Stores a message once per key.
   *
   * @returns its ID, as soon as it can no longer be lost
   * @throws when it may not have been stored
   */
  store(message: Omit<ChatMessage, 'id'>): Promise<string>;
  /**
   * Reads the messages after an ID; without one, the latest messages.
   *
   * @throws when the messages can't be reached
   */
  read(after: string | undefined): Promise<History>;
  /** Starts to deliver new messages. A `read` after that returns every message that isn't delivered. */
  follow(following: Following): void;
  /** @throws when the messages can't be reached */
  check(): Promise<void>;
  close(): Promise<void>;
}
