import { spawnSync } from 'node:child_process';
import { type Commit, logFormat, readLog } from './history.ts';

/** What git knows of some files. */
export interface Repository {
  /** The commits that changed them, the newest first. */
  readonly commits: readonly Commit[];
  /** Whether older commits were not fetched. */
  readonly isShallow: boolean;
  /** The text of each object that is asked for, by its name. */
  readonly texts: (objects: readonly string[]) => ReadonlyMap<string, string>;
}

/**
 * Asks git for the history of some files: one process for all commits, and one for all texts.
 *
 * @param root of the checkout
 * @param paths the files, as git's patterns
 * @returns undefined where there is no git, or no checkout
 */
export function openRepository(
  root: string,
  paths: readonly string[],
): Repository | undefined {
  const git = (args: readonly string[], input = '') => {
    const { status, stdout } = spawnSync('git', args, {
      cwd: root,
      input,
      maxBuffer: 2 ** 30,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return status === 0 ? stdout : undefined;
  };
  const shallow = git(['rev-parse', '--is-shallow-repository']);
  const log = git(['log', ...logFormat, '--', ...paths]);
  if (shallow === undefined || log === undefined) return undefined;
  return {
    commits: readLog(log.toString('utf8')),
    isShallow: shallow.toString('utf8').trim() === 'true',
    texts: (objects) => {
      const names = [...new Set(objects)];
      const answer = git(['cat-file', '--batch'], names.join('\n') + '\n');
      return answer === undefined ? new Map() : readObjects(answer);
    },
  };
}

/** `<object> blob <length>`, a line feed, the bytes, a line feed. */
function readObjects(answer: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < answer.length;) {
    const end = answer.indexOf('\n', at);
    const [name = '', , length = ''] = answer
      .toString('utf8', at, end)
      .split(' ');
    const size = Number(length);
    at = end + 1;
    // "<object> missing" has no text.
    if (!Number.isInteger(size) || length === '') continue;
    texts.set(name, answer.toString('utf8', at, at + size));
    at += size + 1;
  }
  return texts;
}
