/** What the feed says, in English, by the id of its translation. */
export const feedMessages = {
  'feed.title': '{site}: what has changed',
  'feed.new': 'New: {pages}',
  'feed.changed': 'Changed: {pages}',
  'feed.removed': 'Removed: {pages}',
  'feed.works': '{what}: works now',
  'feed.fails': '{what}: no longer works',
  'feed.measured': '{what}: measured anew',
  'feed.others': 'Other recorded values that are different now: {count}',
  'feed.versions': 'Measured with {versions}.',
} as const;

/** The id of one of its texts. */
export type FeedMessage = keyof typeof feedMessages;

/** Says a text in the language of the feed, with its values. */
export type Say = (
  id: FeedMessage,
  values: Readonly<Record<string, string>>,
) => string;
