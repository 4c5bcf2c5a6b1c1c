import { type Entry, firstNames, htmlLink, htmlList } from './atom.ts';
import type { MessageText } from './messages.ts';
import type { Commit } from './repository.ts';

/** A published page. */
export interface FeedPage {
  /** Path of its source, from the root of the repository. */
  readonly source: string;
  readonly title: string;
  readonly url: string;
}

/** Options of the entries. */
export interface PageEntryOptions {
  readonly pages: readonly FeedPage[];
  /** Whether a path is the source of a page. */
  readonly isPage: (path: string) => boolean;
  /** The URL of the site, with a slash at its end. */
  readonly root: string;
  readonly text: MessageText;
}

const kinds = ['new', 'changed', 'removed'] as const;

/**
 * Returns an entry for each day (UTC) on which pages changed.
 *
 * @param commits newest first
 */
export function pageEntries(
  commits: readonly Commit[],
  options: PageEntryOptions,
): Entry[] {
  const days = new Map<string, Commit[]>();
  for (const commit of commits) {
    if (!commit.changes.some(({ path }) => options.isPage(path))) continue;
    const day = new Date(commit.time * 1000).toISOString().slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), commit]);
  }
  return [...days].flatMap(([day, changes]) => dayEntry(day, changes, options));
}

function dayEntry(
  day: string,
  commits: readonly Commit[],
  options: PageEntryOptions,
): Entry[] {
  const { pages, root, text } = options;
  const changes = changesOf(commits, options.isPage);
  const groups = kinds.flatMap((kind) => {
    const found = [...changes]
      .filter(([, own]) => own === kind)
      .map(([path]) => {
        const page = pages.find(({ source }) => source === path);
        return { title: page?.title ?? path, url: page?.url };
      })
      .sort((a, b) => (a.title < b.title ? -1 : 1));
    return found.length === 0 ? [] : [{ kind, found }];
  });
  const [first] = groups;
  if (first === undefined) return [];
  return [
    {
      id: `guide-${day}`,
      updated: Math.max(...commits.map(({ time }) => time)),
      title: groups
        .map(({ kind, found }) =>
          text(`feed.${kind}`, {
            pages: firstNames(found.map(({ title }) => title)),
          }),
        )
        .join(' · '),
      link: first.found.find(({ url }) => url !== undefined)?.url ?? root,
      html: groups
        .map(({ kind, found }) => {
          const label = text(`feed.${kind}`, { pages: '' }).trim();
          const links = found.map(({ title, url }) =>
            htmlLink(url ?? root, title),
          );
          return `<p>${label}</p>${htmlList(links)}`;
        })
        .join(''),
    },
  ];
}

/** Compares each page at the start and at the end of a day. */
function changesOf(
  commits: readonly Commit[],
  isPage: (path: string) => boolean,
): Map<string, (typeof kinds)[number]> {
  const first = new Map<string, string | undefined>();
  const last = new Map<string, string | undefined>();
  for (const { path, before, after } of commits.flatMap(
    ({ changes }) => changes,
  )) {
    if (!isPage(path)) continue;
    if (!last.has(path)) last.set(path, after);
    first.set(path, before);
  }
  const changes = new Map<string, (typeof kinds)[number]>();
  for (const [path, after] of last) {
    const before = first.get(path);
    if (before === after) continue;
    if (before === undefined) changes.set(path, 'new');
    else changes.set(path, after === undefined ? 'removed' : 'changed');
  }
  return changes;
}
