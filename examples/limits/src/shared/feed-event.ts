/** An event of the feed. */
export type FeedEvent =
  /** First of all, to a socket: a route answers here. */
  | { readonly type: 'welcome' }
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'error'; readonly reason: string };

/** The close code of a peer that ignores the error of the rate limit; an app chooses its own from 4000 on. */
export const tooManyMessages = 4429;
