import { type Entry, escaped } from './entry.ts';

/** What a feed says of itself. */
export interface FeedHead {
  readonly title: string;
  /** Who writes what it tells of. */
  readonly author: string;
  readonly language: string;
  /** The address of the site, with a slash at its end. */
  readonly root: string;
  /** Its own address. */
  readonly url: string;
}

/**
 * A feed, in the form of RFC 4287.
 *
 * @param head what it says of itself
 * @param entries in any order
 * @returns XML; the same for the same entries
 */
export function atomOf(head: FeedHead, entries: readonly Entry[]): string {
  const newest = entries.toSorted(
    (a, b) => b.updated - a.updated || (a.id < b.id ? -1 : 1),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${head.language}">`,
    `  <title>${escaped(head.title)}</title>`,
    `  <id>${escaped(head.url)}</id>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(head.url)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(head.root)}"/>`,
    `  <updated>${dateOf(newest[0]?.updated ?? 0)}</updated>`,
    `  <author><name>${escaped(head.author)}</name></author>`,
    ...newest.map((entry) =>
      [
        '  <entry>',
        `    <title>${escaped(entry.title)}</title>`,
        `    <id>${escaped(`${head.url}#${entry.id}`)}</id>`,
        `    <link rel="alternate" type="text/html" href="${escaped(entry.link)}"/>`,
        `    <updated>${dateOf(entry.updated)}</updated>`,
        `    <content type="html">${escaped(entry.html)}</content>`,
        '  </entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n');
}

function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
