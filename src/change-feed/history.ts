/** A file that a commit has changed. */
export interface FileChange {
  readonly path: string;
  /** The object that it was before, and the one that it is since; undefined where there was none, or is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A commit, with what it changed of what was asked for. */
export interface Commit {
  readonly hash: string;
  /** When it was made, in seconds since 1970. */
  readonly time: number;
  /** False where the history begins: there a commit seems to have made every file. */
  readonly hasParent: boolean;
  readonly changes: readonly FileChange[];
}

/** What `git log` has to print, so that `readLog` can read it. */
export const logFormat = [
  '--format=%x01%H %ct %P',
  '--raw',
  '--no-renames',
  '--no-abbrev',
  '-z',
] as const;

/**
 * Reads the log.
 *
 * @param text of `git log` with `logFormat`
 * @returns the commits, the newest first
 */
export function readLog(text: string): Commit[] {
  return text
    .split('\x01')
    .slice(1)
    .map((part) => {
      const [head = '', ...fields] = part.split('\0');
      const [hash = '', time = '', ...parents] = head.trim().split(' ');
      return {
        hash,
        time: Number(time),
        hasParent: parents.some((parent) => parent !== ''),
        changes: changesIn(fields),
      };
    });
}

/** `:100644 100644 <before> <after> M`, then the path. */
function changesIn(fields: readonly string[]): FileChange[] {
  const changes: FileChange[] = [];
  for (const [index, field] of fields.entries()) {
    const [, before = '', after = ''] =
      /^\s*:\d+ \d+ ([\da-f]+) ([\da-f]+) \w/.exec(field) ?? [];
    const path = fields[index + 1];
    if (before === '' || path === undefined) continue;
    changes.push({ path, before: objectOf(before), after: objectOf(after) });
  }
  return changes;
}

function objectOf(name: string): string | undefined {
  return /^0+$/.test(name) ? undefined : name;
}
