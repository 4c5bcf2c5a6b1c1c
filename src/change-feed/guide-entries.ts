import { type Entry, linkTo, listOf, someOf } from './entry.ts';
import type { Commit } from './history.ts';
import type { Say } from './words.ts';

/** A page that readers know. */
export interface FeedPage {
  /** Path of its source, from the root of the repository. */
  readonly source: string;
  readonly title: string;
  /** Its address. */
  readonly url: string;
}

/** What the entries are made with. */
export interface GuideOptions {
  readonly pages: readonly FeedPage[];
  /** Whether a path is that of a page. */
  readonly isPage: (path: string) => boolean;
  /** The address of the site, with a slash at its end. */
  readonly root: string;
  readonly say: Say;
}

/**
 * What has changed in the pages: an entry for each day on which one did, by the clock of Greenwich.
 *
 * @param commits the newest first
 * @param options what the entries are made with
 */
export function guideEntries(
  commits: readonly Commit[],
  options: GuideOptions,
): Entry[] {
  const days = new Map<string, Commit[]>();
  for (const commit of commits) {
    const day = new Date(commit.time * 1000).toISOString().slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), commit]);
  }
  return [...days].flatMap(([day, own]) => entryOf(day, own, options));
}

function entryOf(
  day: string,
  commits: readonly Commit[],
  { pages, isPage, root, say }: GuideOptions,
): Entry[] {
  const changes = dayOf(commits, isPage);
  const kinds = (['new', 'changed', 'removed'] as const).flatMap((kind) => {
    const found = [...changes]
      .filter(([, own]) => own === kind)
      .map(([path]) => {
        const page = pages.find(({ source }) => source === path);
        return { title: page?.title ?? path, url: page?.url };
      })
      .sort((a, b) => (a.title < b.title ? -1 : 1));
    return found.length === 0 ? [] : [{ kind, found }];
  });
  const [first] = kinds;
  const updated = Math.max(
    ...commits
      .filter((one) => one.changes.some(({ path }) => isPage(path)))
      .map(({ time }) => time),
  );
  if (first === undefined) return [];
  return [
    {
      id: `guide-${day}`,
      updated,
      title: kinds
        .map(({ kind, found }) =>
          say(`feed.${kind}`, {
            pages: someOf(found.map(({ title }) => title)),
          }),
        )
        .join(' · '),
      link: first.found.find(({ url }) => url !== undefined)?.url ?? root,
      html: kinds
        .map(({ kind, found }) => {
          const label = say(`feed.${kind}`, { pages: '' }).trim();
          const items = found.map(({ title, url }) =>
            linkTo(url ?? root, title),
          );
          return `<p>${label}</p>${listOf(items)}`;
        })
        .join(''),
    },
  ];
}

/** What became of each page from the beginning of a day to its end. */
function dayOf(commits: readonly Commit[], isPage: (path: string) => boolean) {
  const last = new Map<string, string | undefined>();
  const first = new Map<string, string | undefined>();
  for (const { path, before, after } of commits.flatMap(
    (commit) => commit.changes,
  )) {
    if (!isPage(path)) continue;
    if (!last.has(path)) last.set(path, after);
    first.set(path, before);
  }
  const kinds = new Map<string, 'new' | 'changed' | 'removed'>();
  for (const [path, after] of last) {
    const before = first.get(path);
    if (before === after) continue;
    if (before === undefined) kinds.set(path, 'new');
    else kinds.set(path, after === undefined ? 'removed' : 'changed');
  }
  return kinds;
}
