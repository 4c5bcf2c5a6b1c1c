import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { git } from '../core/git.ts';

/** A file of an example. */
export interface ExampleFile {
  /** Path inside the example, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Whether the page of an example shows the code of a file, given its path inside the example. Tests, evidence and the README are linked. */
export function isShown(path: string): boolean {
  return !/^(?:tests\/|evidence\/|README\.md$)/.test(path);
}

/**
 * Returns the path of the page that shows a file, from the root of the site in any language: `/examples/chat#vite.config.ts`.
 *
 * @param path from the folder of the examples
 */
export function filePage(path: string): string {
  const [example = '', ...inside] = path.split('/');
  const file = inside.join('/');
  return `/examples/${example}${isShown(file) ? `#${file}` : ''}`;
}

/** Generated files, for folders outside of a git checkout. */
const generated = /^(?:node_modules|dist|build|coverage|\..*|.*\.log)$/;

/**
 * Reads the files of an example that git tracks; outside of a checkout, all that aren't generated.
 *
 * @returns the files, sorted by path
 * @throws if there are none, or one isn't text
 */
export function readExample(
  examplesDir: string,
  example: string,
): ExampleFile[] {
  const folder = join(examplesDir, example);
  const name = `${basename(examplesDir)}/${example}`;
  const paths = (trackedFiles(examplesDir, example) ?? walk(folder)).filter(
    // Git still tracks deleted files before the commit.
    (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile(),
  );
  if (paths.length === 0) {
    throw new Error(
      `${name}: git tracks none of its files, so there is nothing to download; run: git add ${name}`,
    );
  }
  // In the same order with every locale.
  return paths.sort().map((path) => {
    const bytes = readFileSync(join(folder, path));
    const text = bytes.toString('utf8');
    if (!Buffer.from(text).equals(bytes) || /[\0\r]/.test(text)) {
      throw new Error(
        `${name}/${path}: is not plain text with line feeds, which the form for StackBlitz requires; move the file out of the example.`,
      );
    }
    return { path, text };
  });
}

let cache:
  { folder: string; time: number; paths: string[] | undefined } | undefined;

/** Lists the tracked files of an example. The pages of examples call it several times; the result may change in development only. */
function trackedFiles(
  examplesDir: string,
  example: string,
): string[] | undefined {
  const isFresh =
    cache?.folder === examplesDir &&
    (process.env['NODE_ENV'] === 'production' ||
      Date.now() - cache.time < 1000);
  if (!isFresh || !cache) {
    const paths = git(examplesDir, ['ls-files', '-z', '--cached'])
      ?.toString('utf8')
      .split('\0');
    cache = { folder: examplesDir, time: Date.now(), paths };
  }
  const prefix = `${example}/`;
  return cache.paths
    ?.filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
}

function walk(folder: string, inside = ''): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true })
    .filter(({ name }) => !generated.test(name))
    .flatMap((entry) => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      return entry.isDirectory() ? walk(folder, path) : [path];
    });
}
