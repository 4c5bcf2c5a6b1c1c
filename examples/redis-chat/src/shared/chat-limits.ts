/** Limits for one client, and for stored messages. */
export const limits = {
  charactersPerMessage: 500,
  charactersPerName: 30,
  /** Messages that a new client gets. */
  history: 50,
  /** Messages that are stored for clients that reconnect. */
  stored: 1_000,
  /** How long a message is known again when a client sends it once more. */
  secondsOfKeys: 3_600,
} as const;
