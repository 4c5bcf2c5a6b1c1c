import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { packagesOf, readLockfile } from '../record/version.ts';
import type { VocabularySource } from './vocabulary.ts';
import type { ExampleFiles } from '../bind/workaround.ts';

// Made by tools, or full of names that are wrong on purpose.
const SKIPPED = new Set([
  'node_modules',
  'dist',
  'build',
  'coverage',
  'fixtures',
  '.git',
  '.docusaurus',
  '.cache',
]);
const TEXT = /\.(?:[cm]?[jt]sx?|json|html|s?css|ya?ml|sh)$/;

/**
 * Reads what a page may name: the examples, and what the repository's own commands are made of. Pages and
 * catalogues prove nothing, and so do unit tests beside the sources, whose names may be wrong on purpose.
 *
 * @param root absolute path of the repository
 * @returns paths, texts, packages and scripts
 */
export function readRepository(root: string): VocabularySource {
  const files = walk(root, root);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const texts = files
    .filter((path) => proves(path))
    .map((path) => ({ path, text: read(path) }));
  return {
    texts,
    paths: files.flatMap((path) => [path, ...insideApp(path)]),
    packages: packagesOf(readLockfile(join(root, 'package-lock.json'))),
    scripts: texts
      .filter(({ path }) => basename(path) === 'package.json')
      .flatMap(({ text }) => scriptsOf(text)),
  };
}

/**
 * The files of the examples for a note that names one.
 *
 * @param examplesDir absolute path of the folder of the examples
 * @returns their paths and texts, read when they are asked for
 */
export function exampleFiles(examplesDir: string): ExampleFiles {
  return {
    list: () => walk(examplesDir, examplesDir),
    read: (path) => {
      const file = join(examplesDir, path);
      return path !== '' && TEXT.test(path) && existsSync(file)
        ? readFileSync(file, 'utf8')
        : undefined;
    },
  };
}

function walk(root: string, folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(root, path);
    return entry.isFile() ? [relative(root, path).split(sep).join('/')] : [];
  });
}

/**
 * Whether a name that stands in a file is real because of it.
 *
 * @param path of the file from the root of the repository
 * @returns true for what runs; false for prose, evidence, and unit tests beside the sources
 */
export function proves(path: string): boolean {
  if (path === 'package-lock.json') return false;
  if (path === '.ci/run') return true;
  if (!TEXT.test(path)) return false;
  if (path.startsWith('examples/')) return !path.includes('/evidence/');
  return (
    !path.endsWith('.test.ts') &&
    (!path.includes('/') || /^(?:scripts|src|\.github)\//.test(path))
  );
}

function insideApp(path: string): string[] {
  const inside = /^examples\/([^/]+)\/(.+)$/.exec(path);
  return inside ? [String(inside[1]), String(inside[2])] : [];
}

function scriptsOf(text: string): string[] {
  const json: unknown = JSON.parse(text);
  const scripts =
    typeof json === 'object' && json !== null && 'scripts' in json
      ? json.scripts
      : undefined;
  return typeof scripts === 'object' && scripts !== null
    ? Object.keys(scripts)
    : [];
}
