import { escapeAttribute as escape } from '../core/text.ts';
import { type Entry, firstNames, htmlLink, htmlList } from './atom.ts';
import type { MessageText } from './messages.ts';
import type { Commit } from './repository.ts';

/** A place in the guide that shows a recorded value. */
export interface EvidenceUse {
  /** `<example>/<file>#<key>.<key>`, or a whole file: `<example>/<file>`. */
  readonly path: string;
  readonly url: string;
  /** Titles of the page and of the heading. */
  readonly page: string;
  readonly heading: string;
}

/** Options of the entries. */
export interface EvidenceOptions {
  /** Returns the name of a record, `<example>/<file>`, given its path in the repository. */
  readonly recordAt: (path: string) => string | undefined;
  readonly uses: readonly EvidenceUse[];
  /** Returns the URL of the page of an example. */
  readonly exampleUrl: (example: string) => string;
  /** Path of the lockfile in the repository. */
  readonly lockfile: string;
  /** Display names of packages, by their names. */
  readonly packages: Readonly<Record<string, string>>;
  /** Returns the text of an object. */
  readonly textOf: (object: string) => string;
  readonly text: MessageText;
}

/** A value that differs from the previous record. */
interface ChangedValue {
  /** Its keys, joined by dots. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

interface RecordedChange extends ChangedValue {
  readonly record: string;
  readonly use: EvidenceUse | undefined;
}

type Versions = ReadonlyMap<string, string>;

/** An entry lists at most this many values, and counts the others. */
const mostValues = 10;

/**
 * Returns an entry for each commit that changed recorded values. The title names the packages whose versions changed since the previous
 * record.
 *
 * @param commits newest first
 */
export function evidenceEntries(
  commits: readonly Commit[],
  options: EvidenceOptions,
): Entry[] {
  const { lockfile, packages, recordAt, textOf } = options;
  const entries: Entry[] = [];
  let versions: Versions = new Map();
  let previous: Versions | undefined;
  for (const commit of commits.toReversed()) {
    const lock = commit.changes.find(({ path }) => path === lockfile)?.after;
    if (lock !== undefined) versions = versionsIn(textOf(lock), packages);
    if (!commit.changes.some(({ path }) => recordAt(path) !== undefined)) {
      continue;
    }
    const newer = [...versions].filter(
      ([name, version]) =>
        previous !== undefined && previous.get(name) !== version,
    );
    const changes = changesOf(commit, options);
    if (changes.length > 0) {
      entries.push(entryOf(commit, changes, versions, newer, options));
    }
    previous = versions;
  }
  return entries;
}

function entryOf(
  { hash, time }: Commit,
  changes: readonly RecordedChange[],
  versions: Versions,
  newer: Iterable<readonly [string, string]>,
  { text, exampleUrl }: EvidenceOptions,
): Entry {
  const shown = changes.filter(({ use }) => use !== undefined);
  const main = shown.length > 0 ? shown : changes;
  const names = main.map(
    ({ use, record }) => use?.heading || use?.page || record,
  );
  const title = text(outcomeOf(main), {
    what: firstNames([
      ...new Set(shown.length > 0 ? names : names.slice(0, 1)),
    ]),
  });
  const listed = main.slice(0, mostValues);
  const others = changes.length - listed.length;
  const updates = formatVersions(newer);
  const [example = ''] = main[0]?.record.split('/') ?? [];
  return {
    id: `evidence-${hash.slice(0, 12)}`,
    updated: time,
    title: updates === '' ? title : `${updates}: ${title}`,
    link: shown[0]?.use?.url ?? exampleUrl(example),
    html: [
      htmlList(listed.map(formatChange)),
      others > 0 &&
        `<p>${escape(text('feed.others', { count: String(others) }))}</p>`,
      versions.size > 0 &&
        `<p>${escape(text('feed.versions', { versions: formatVersions(versions) }))}</p>`,
    ]
      .filter((part) => part !== false)
      .join(''),
  };
}

function changesOf(
  { changes }: Commit,
  { recordAt, uses, textOf }: EvidenceOptions,
): RecordedChange[] {
  return changes.flatMap(({ path, before, after }) => {
    const record = recordAt(path);
    if (record === undefined || before === undefined || after === undefined) {
      return [];
    }
    return changedValues(textOf(before), textOf(after)).map((value) => ({
      ...value,
      record,
      use: useOf(record, value.path, uses),
    }));
  });
}

/** Finds the place that shows a value; otherwise, one that shows a part of the record that contains it. */
function useOf(
  record: string,
  path: string,
  uses: readonly EvidenceUse[],
): EvidenceUse | undefined {
  const value = `${record}#${path}`;
  return (
    uses.find((use) => use.path === value) ??
    uses.find(
      (use) =>
        use.path === record ||
        (use.path.includes('#') && value.startsWith(`${use.path}.`)),
    )
  );
}

function formatChange(change: RecordedChange): string {
  const { record, path, before, after, use } = change;
  const place =
    use === undefined
      ? ''
      : `${htmlLink(use.url, [use.page, use.heading].filter(Boolean).join(': '))}: `;
  const code = (text: string) => {
    const line = text.replaceAll(/\s+/g, ' ').trim();
    const short = line.length > 120 ? `${line.slice(0, 119)}…` : line;
    return `<code>${escape(short)}</code>`;
  };
  return `${place}${code(before)} → ${code(after)} (${code(`${record}#${path}`)})`;
}

function outcomeOf(values: readonly ChangedValue[]) {
  if (values.every(({ after }) => after === 'answers')) return 'feed.works';
  return values.every(({ before }) => before === 'answers')
    ? 'feed.fails'
    : 'feed.measured';
}

/** Compares the values of two JSON files. New and deleted values don't count; invalid JSON has no values. */
export function changedValues(before: string, after: string): ChangedValue[] {
  const old = valuesOf(before);
  return [...valuesOf(after)].flatMap(([path, value]) => {
    const known = old.get(path);
    return known === undefined || known === value
      ? []
      : [{ path, before: known, after: value }];
  });
}

function valuesOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        walk(path === '' ? key : `${path}.${key}`, inner);
      }
    } else if (/^(?:string|number|boolean)$/.test(typeof value)) {
      values.set(path, String(value));
    }
  };
  try {
    walk('', JSON.parse(text));
  } catch {
    return new Map();
  }
  return values;
}

/** Finds versions in a lockfile by their text, since parsing every lockfile of a history takes seconds. */
function versionsIn(
  lockfile: string,
  packages: Readonly<Record<string, string>>,
): Versions {
  const versions = new Map<string, string>();
  for (const [name, displayName] of Object.entries(packages)) {
    const start = lockfile.indexOf(`"node_modules/${name}": {`);
    if (start < 0) continue;
    const entry = lockfile.slice(start, start + 300);
    const version = /"version": "([^"]+)"/.exec(entry)?.[1];
    if (version !== undefined) versions.set(displayName, version);
  }
  return versions;
}

function formatVersions(
  versions: Iterable<readonly [name: string, version: string]>,
): string {
  return [...versions].map((version) => version.join(' ')).join(', ');
}
