import { type Entry, escaped, linkTo, listOf, someOf } from './entry.ts';
import type { Commit } from './history.ts';
import { type ChangedValue, changedValues } from './values.ts';
import { lockfilesAt, versionsIn, type VersionSources } from './versions.ts';
import type { Say } from './words.ts';

/** Where the guide states what was recorded. */
export interface StatedAt {
  /** As a page names it: `<example>/<file>#<key>.<key>`, or a whole file, `<example>/<file>`. */
  readonly path: string;
  readonly url: string;
  /** What stands there: the title of the page, and the heading. */
  readonly page: string;
  readonly heading: string;
}

/** What the entries are made with. */
export interface MeasuredOptions extends VersionSources {
  /** The name of a record by its path in the repository, `<example>/<file>`; undefined for any other file. */
  readonly recordAt: (path: string) => string | undefined;
  readonly stated: readonly StatedAt[];
  /** The address of the page of an example. */
  readonly exampleUrl: (example: string) => string;
  readonly say: Say;
}

/** An entry names no more values; the others are counted. */
const most = 10;

interface Changed extends ChangedValue {
  readonly record: string;
  readonly at: StatedAt | undefined;
}

/**
 * What was recorded, and recorded again with another value: an entry for each commit that did it. Its title says which package
 * had another version then, and what the guide calls the thing.
 *
 * @param commits the newest first
 * @param options what the entries are made with
 */
export function measuredEntries(
  commits: readonly Commit[],
  options: MeasuredOptions,
): Entry[] {
  const { say, exampleUrl } = options;
  const lockfiles = lockfilesAt(commits, options);
  return commits.flatMap((commit, index): Entry[] => {
    const changed = changedIn(commit, options);
    const [one] = changed;
    if (one === undefined) return [];
    const stated = changed.filter(({ at }) => at !== undefined);
    const now = lockfiles[index] ?? new Map<string, string>();
    const earlier = lockfiles[before(commits, index, options)];
    const newer = [...now].filter(
      ([name, version]) =>
        earlier !== undefined && earlier.get(name) !== version,
    );
    const [example = ''] = one.record.split('/');
    const names = stated.map(({ at }) => at?.heading || at?.page || '');
    const what = stated.length > 0 ? someOf([...new Set(names)]) : one.record;
    const title = say(verdictOf(stated.length > 0 ? stated : changed), {
      what,
    });
    const listed = (stated.length > 0 ? stated : changed).slice(0, most);
    const others = changed.length - listed.length;
    return [
      {
        id: `evidence-${commit.hash.slice(0, 12)}`,
        updated: commit.time,
        title: newer.length > 0 ? `${versionsIn(newer)}: ${title}` : title,
        link: stated[0]?.at?.url ?? exampleUrl(example),
        html: [
          listOf(listed.map(said)),
          others > 0
            ? `<p>${escaped(say('feed.others', { count: String(others) }))}</p>`
            : '',
          now.size > 0
            ? `<p>${escaped(say('feed.versions', { versions: versionsIn([...now]) }))}</p>`
            : '',
        ].join(''),
      },
    ];
  });
}

function changedIn(
  { changes }: Commit,
  { recordAt, stated, textOf }: MeasuredOptions,
): Changed[] {
  return changes.flatMap(({ path, before, after }) => {
    const record = recordAt(path);
    if (record === undefined || before === undefined || after === undefined)
      return [];
    return changedValues(textOf(before), textOf(after)).map((value) => ({
      ...value,
      record,
      at: placeOf(record, value.path, stated),
    }));
  });
}

/** The place that states the value itself, or else one that states what it is a part of. */
function placeOf(
  record: string,
  path: string,
  stated: readonly StatedAt[],
): StatedAt | undefined {
  const own = `${record}#${path}`;
  return (
    stated.find((one) => one.path === own) ??
    stated.find(
      (one) =>
        one.path === record ||
        (one.path.includes('#') && own.startsWith(`${one.path}.`)),
    )
  );
}

function said({ record, path, before, after, at }: Changed): string {
  const place =
    at === undefined
      ? ''
      : `${linkTo(at.url, [at.page, at.heading].filter(Boolean).join(': '))}: `;
  const code = (text: string) => `<code>${escaped(shortened(text))}</code>`;
  return `${place}${code(before)} → ${code(after)} (${code(`${record}#${path}`)})`;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

const works = 'answers';

function verdictOf(values: readonly ChangedValue[]) {
  if (values.every(({ after }) => after === works)) return 'feed.works';
  return values.every(({ before }) => before === works)
    ? 'feed.fails'
    : 'feed.measured';
}

/** The last commit before one that changed a record; what it measured with is what the one is compared with. */
function before(
  commits: readonly Commit[],
  index: number,
  { recordAt }: MeasuredOptions,
): number {
  return commits.findIndex(
    ({ changes }, other) =>
      other > index && changes.some(({ path }) => recordAt(path) !== undefined),
  );
}
