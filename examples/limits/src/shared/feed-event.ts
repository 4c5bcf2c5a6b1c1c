/** An event of the feed. */
export type FeedEvent =
  /** First event of a socket; it shows that a route answers. */
  | { readonly type: 'welcome' }
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'error'; readonly reason: string };

/** The close code of a peer that ignores the error of the rate limit; an app chooses its own from 4000 on. */
export const tooManyMessages = 4429;
