/** What one client may use of the server. */
export const limits = {
  charactersPerText: 500,
  /** Messages that a peer may send in a burst … */
  burst: 5,
  /** … and the milliseconds after which it may send one more. */
  refill: 2_000,
  /** Consecutive messages above the rate, after which the socket is closed. */
  refusals: 20,
  /** Bytes that may be buffered for a client that doesn't read them. */
  waiting: 256 * 1024,
} as const;
