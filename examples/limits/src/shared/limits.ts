/** What one client may take of the server. */
export const limits = {
  charactersPerText: 500,
  /** Messages that a peer may send at once … */
  burst: 5,
  /** … and the milliseconds after which it may send one more. */
  refill: 2_000,
  /** Messages too many in a row, after which its socket is closed. */
  refusals: 20,
  /** Bytes that may wait for a reader that does not take them. */
  waiting: 256 * 1024,
} as const;
