import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file of an example, as it lies in the repository. */
export interface ExampleFile {
  /** Path inside the example, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Made by tools; what git ignores, for where there is no git. */
const made = /^(?:node_modules|dist|build|coverage|\..*|.*\.log)$/;

/**
 * The files of an example that the repository holds: what git tracks; outside a checkout, all that no tool has made.
 *
 * @param examplesDir absolute path of the folder of the examples
 * @param example its name
 * @returns the files, sorted by their paths
 * @throws when there are none, or one is no text
 */
export function readExample(
  examplesDir: string,
  example: string,
): ExampleFile[] {
  const folder = join(examplesDir, example);
  const paths = (trackedIn(examplesDir, example) ?? walk(folder)).filter(
    // A file that was deleted but not committed is still tracked.
    (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile(),
  );
  if (paths.length === 0) {
    throw new Error(
      `examples/${example}: git tracks no file of it, so there is nothing to download; run: git add examples/${example}`,
    );
  }
  return paths.sort(byCodePoint).map((path) => {
    const bytes = readFileSync(join(folder, path));
    const text = bytes.toString('utf8');
    if (!Buffer.from(text).equals(bytes) || /[\0\r]/.test(text)) {
      throw new Error(
        `examples/${example}/${path}: is not plain text with line feeds; StackBlitz is sent texts, and a form changes every other line end; keep such files out of an example.`,
      );
    }
    return { path, text };
  });
}

interface Tracked {
  readonly examplesDir: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Paths from there; undefined outside of a checkout. */
  readonly paths: readonly string[] | undefined;
}

let tracked: Tracked | undefined;

/** Each page of an example asks several times; only while the site is developed the answer may change. */
function trackedIn(examplesDir: string, example: string): string[] | undefined {
  const isFresh =
    tracked?.examplesDir === examplesDir &&
    (process.env['NODE_ENV'] === 'production' ||
      Date.now() - tracked.time < 1000);
  if (!isFresh || !tracked) {
    const paths = listTracked(examplesDir);
    tracked = { examplesDir, time: Date.now(), paths };
  }
  const folder = `${example}/`;
  return tracked.paths
    ?.filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length));
}

function listTracked(folder: string): string[] | undefined {
  try {
    return execFileSync('git', ['ls-files', '-z', '--cached'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\0')
      .filter((path) => path !== '');
  } catch {
    return undefined;
  }
}

function walk(folder: string, inside = ''): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .filter(({ name }) => !made.test(name))
    .flatMap((entry) => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      return entry.isDirectory() ? walk(folder, path) : [path];
    });
}

/** The same order on every machine, whatever its language. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
