import { escapeAttribute as escape } from '../core/text.ts';

/** A change. */
export interface Entry {
  /** Stays the same when the entry grows. */
  readonly id: string;
  /** In seconds since 1970. */
  readonly updated: number;
  readonly title: string;
  readonly link: string;
  readonly html: string;
}

/** The head of a feed. */
export interface FeedHead {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** The URL of the site, with a slash at its end. */
  readonly root: string;
  /** The URL of the feed. */
  readonly url: string;
}

/**
 * Writes an Atom feed (RFC 4287). The library feed doesn't write the language.
 *
 * @param entries in any order
 * @returns the same XML for the same entries
 */
export function writeAtom(head: FeedHead, entries: readonly Entry[]): string {
  const newest = entries.toSorted(
    (a, b) => b.updated - a.updated || (a.id < b.id ? -1 : 1),
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${head.language}">
  <title>${escape(head.title)}</title>
  <id>${escape(head.url)}</id>
  <link rel="self" type="application/atom+xml" href="${escape(head.url)}"/>
  <link rel="alternate" type="text/html" href="${escape(head.root)}"/>
  <updated>${dateOf(newest[0]?.updated ?? 0)}</updated>
  <author><name>${escape(head.author)}</name></author>
${newest
  .map(
    ({ id, title, link, updated, html }) => `  <entry>
    <title>${escape(title)}</title>
    <id>${escape(`${head.url}#${id}`)}</id>
    <link rel="alternate" type="text/html" href="${escape(link)}"/>
    <updated>${dateOf(updated)}</updated>
    <content type="html">${escape(html)}</content>
  </entry>
`,
  )
  .join('')}</feed>
`;
}

function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** Writes an HTML list whose items are HTML. */
export function htmlList(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

/** Writes an HTML link whose content is text. */
export function htmlLink(url: string, text: string): string {
  return `<a href="${escape(url)}">${escape(text)}</a>`;
}

/** Joins the first names, and counts the others. */
export function firstNames(names: readonly string[]): string {
  const rest = names.length - 3;
  return names.slice(0, 3).join(', ') + (rest > 0 ? ` +${rest}` : '');
}
