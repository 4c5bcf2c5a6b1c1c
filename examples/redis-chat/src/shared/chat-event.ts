/** A stored message. */
export interface ChatMessage {
  /** Grows: a later message has a greater one, on all servers. */
  readonly id: string;
  /** Chosen by the client that sent the message, to recognize it. */
  readonly key: string;
  readonly name: string;
  readonly text: string;
}

/** A message of a client. With the same key it may be sent again and is stored once. */
export interface Saying {
  readonly key: string;
  readonly text: string;
}

/** An event that the server sends. */
export type ChatEvent =
  | {
      readonly type: 'welcome';
      /** Whether these follow the client's last message, with none missing. */
      readonly resumed: boolean;
      readonly messages: readonly ChatMessage[];
    }
  | ({ readonly type: 'message' } & ChatMessage)
  | { readonly type: 'stored'; readonly key: string; readonly id: string }
  | { readonly type: 'error'; readonly reason: string };

/** The close code for "try again later": the messages are out of reach. */
export const tryAgainLater = 1013;

/** The close code for "the service restarts": a server missed messages. */
export const serviceRestart = 1012;
