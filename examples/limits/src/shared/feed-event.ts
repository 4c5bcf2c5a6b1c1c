/** What the feed sends. */
export type FeedEvent =
  /** First of all, to a socket: a route answers here. */
  | { readonly type: 'welcome' }
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'error'; readonly reason: string };

/** The close code of a peer that goes on after it was told to slow down; an app chooses its own from 4000 on. */
export const tooManyMessages = 4429;
