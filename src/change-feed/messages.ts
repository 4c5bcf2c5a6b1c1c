/** English messages of the feed, by the id of their translation. */
export const feedMessages = {
  'feed.title': '{site}: what has changed',
  'feed.new': 'New: {pages}',
  'feed.changed': 'Changed: {pages}',
  'feed.removed': 'Removed: {pages}',
  'feed.works': '{what}: works now',
  'feed.fails': '{what}: no longer works',
  'feed.measured': '{what}: measured again',
  'feed.others': 'Other recorded values that are different now: {count}',
  'feed.versions': 'Measured with {versions}.',
} as const;

/** Returns a message in the language of the feed, filled with values. */
export type MessageText = (
  id: keyof typeof feedMessages,
  values: Readonly<Record<string, string>>,
) => string;
