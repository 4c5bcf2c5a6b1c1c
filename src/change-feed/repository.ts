import { git } from '../core/git.ts';

/** A file that a commit changed. */
export interface FileChange {
  readonly path: string;
  /** The object before and after the commit; undefined for a new or deleted file. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A commit with its changes of some files. */
export interface Commit {
  readonly hash: string;
  /** In seconds since 1970. */
  readonly time: number;
  /** False for the first commit of a history, which in a shallow clone seems to create every file. */
  readonly hasParent: boolean;
  readonly changes: readonly FileChange[];
}

/** The git history of some files. */
export interface Repository {
  /** The commits that changed them, newest first. */
  readonly commits: readonly Commit[];
  /** Whether older commits are missing. */
  readonly isShallow: boolean;
  /** Reads the texts of objects, by their names. */
  readonly texts: (objects: readonly string[]) => ReadonlyMap<string, string>;
}

/**
 * Reads the history of some files: one process for all commits, and one for all texts.
 *
 * @param paths patterns of git
 * @returns undefined without git, or outside of a checkout
 */
export function openRepository(
  root: string,
  paths: readonly string[],
): Repository | undefined {
  const shallow = git(root, ['rev-parse', '--is-shallow-repository']);
  const log = git(root, [
    'log',
    '--format=%x01%H %ct %P',
    '--raw',
    '--no-renames',
    '--no-abbrev',
    '-z',
    '--',
    ...paths,
  ]);
  if (shallow === undefined || log === undefined) return undefined;
  return {
    commits: log.toString('utf8').split('\x01').slice(1).map(parseCommit),
    isShallow: shallow.toString('utf8').trim() === 'true',
    texts: (objects) => {
      const names = [...new Set(objects)].join('\n');
      const output = git(root, ['cat-file', '--batch'], `${names}\n`);
      return output === undefined ? new Map() : parseObjects(output);
    },
  };
}

function parseCommit(text: string): Commit {
  const [head = '', ...fields] = text.split('\0');
  const [hash = '', time = '', ...parents] = head.trim().split(' ');
  return {
    hash,
    time: Number(time),
    hasParent: parents.some((parent) => parent !== ''),
    // `:100644 100644 <before> <after> M`, then the path.
    changes: fields.flatMap((field, index) => {
      const [, before = '', after = ''] =
        /^\s*:\d+ \d+ ([\da-f]+) ([\da-f]+) \w/.exec(field) ?? [];
      const path = fields[index + 1];
      if (before === '' || path === undefined) return [];
      return [{ path, before: objectOf(before), after: objectOf(after) }];
    }),
  };
}

function objectOf(name: string): string | undefined {
  return /^0+$/.test(name) ? undefined : name;
}

/** Parses `<object> blob <length>`, a line feed, the bytes, a line feed. */
function parseObjects(output: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    const header = output.toString('utf8', at, end);
    const [name = '', , length] = header.split(' ');
    at = end + 1;
    // "<object> missing" has no text.
    if (length === undefined) continue;
    texts.set(name, output.toString('utf8', at, at + Number(length)));
    at += Number(length) + 1;
  }
  return texts;
}
