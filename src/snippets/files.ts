import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { nearestNames, quoted } from '../core/nearest.ts';
import { FenceError } from './fence.ts';
import { parseRegions, type SourceFile } from './regions.ts';

const GENERATED = new Set(['node_modules', 'dist', 'evidence', 'coverage']);
const GENERATED_FILE = /\.(?:tsbuildinfo|log)$/;

/**
 * Lists the handwritten files of all examples.
 *
 * @returns paths from the folder, with `/`, sorted
 */
export function listFiles(examplesDir: string): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(examplesDir, folder), { withFileTypes: true })
      .filter(
        ({ name }) =>
          !name.startsWith('.') &&
          !GENERATED.has(name) &&
          !GENERATED_FILE.test(name),
      )
      .flatMap((entry) => {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) return walk(path);
        return entry.isFile() && folder !== '' ? [path] : [];
      });
  return walk('').sort();
}

/**
 * Reads a file of an example and parses its regions.
 *
 * @param path from the folder of the examples
 * @throws FenceError if the path leads out of that folder, or to no handwritten file
 * @throws ProblemError if a region of the file is broken
 */
export function readSource(examplesDir: string, path: string): SourceFile {
  const name = basename(examplesDir);
  const segments = path.split('/');
  if (
    /^(?:\/|[A-Za-z]:)|\\/.test(path) ||
    segments.some((segment) => ['', '.', '..'].includes(segment))
  ) {
    throw new FenceError(
      `"${path}" leads out of ${name}/; a snippet comes from an example. Write a path such as chat/src/main.ts.`,
    );
  }
  const generated = segments.find((segment) => GENERATED.has(segment));
  if (generated !== undefined) {
    throw new FenceError(
      `"${path}" is in ${generated}/, which is generated. Show a source file.`,
    );
  }
  const absolute = join(examplesDir, ...segments);
  const stat = lstatSync(absolute, { throwIfNoEntry: false });
  if (!stat || stat.isDirectory()) {
    throw new FenceError(
      `no file "${path}" in ${name}/; the nearest are ${quoted(nearestNames(path, listFiles(examplesDir)))}. Name one of these.`,
    );
  }
  if (!realpathSync(absolute).startsWith(realpathSync(examplesDir) + sep)) {
    throw new FenceError(
      `"${path}" is a link that leads out of ${name}/. Put the file itself into the example.`,
    );
  }
  return parseRegions(`${name}/${path}`, readFileSync(absolute, 'utf8'));
}
