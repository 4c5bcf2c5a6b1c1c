/** What one client may take of a server, and how much is kept. */
export const limits = {
  charactersPerMessage: 500,
  charactersPerName: 30,
  /** Messages that a newcomer gets. */
  history: 50,
  /** Messages that are kept for clients that come back. */
  stored: 1_000,
  /** How long a message is known again when a client sends it once more. */
  secondsOfKeys: 3_600,
} as const;
