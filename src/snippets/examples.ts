import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { FenceError } from './fence.ts';
import { nearest, quoted } from './nearest.ts';
import { parseRegions, type SourceFile } from './regions.ts';

// Made by tools, or shown by another room.
const NOT_SOURCE = new Set(['node_modules', 'dist', 'evidence', 'coverage']);
const MADE_BY_TOOLS = /\.(?:tsbuildinfo|log)$/;

/**
 * The files that people wrote, of every example.
 *
 * @param examplesDir the folder of the examples
 * @returns their paths from that folder, with `/`, sorted
 */
export function listFiles(examplesDir: string): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(examplesDir, folder), { withFileTypes: true }).flatMap(
      (entry) => {
        if (
          entry.name.startsWith('.') ||
          NOT_SOURCE.has(entry.name) ||
          MADE_BY_TOOLS.test(entry.name)
        )
          return [];
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) return walk(path);
        return entry.isFile() && folder !== '' ? [path] : [];
      },
    );
  return walk('').sort();
}

/**
 * Reads a file of an example for its regions.
 *
 * @param examplesDir the folder of the examples
 * @param path from that folder
 * @returns the file, named by its path from the root of the repository
 * @throws FenceError if the path leads out of examples/, to no file, or to one that nobody wrote
 * @throws ProblemError if the file's regions are broken
 */
export function readSource(examplesDir: string, path: string): SourceFile {
  const segments = path.split('/');
  if (
    path.startsWith('/') ||
    path.includes('\\') ||
    /^[A-Za-z]:/.test(path) ||
    segments.some((segment) => ['', '.', '..'].includes(segment))
  ) {
    throw new FenceError(
      `"${path}" leads out of examples/; a snippet comes from an example. Write a path such as chat/src/main.ts.`,
    );
  }
  const named = segments.find((segment) => NOT_SOURCE.has(segment));
  if (named !== undefined) {
    throw new FenceError(
      `"${path}" lies in ${named}/, which nobody wrote by hand. Show a source file.`,
    );
  }

  const absolute = join(examplesDir, ...segments);
  const stat = lstatSync(absolute, { throwIfNoEntry: false });
  if (!stat || stat.isDirectory()) {
    throw new FenceError(
      `no file "${path}" in examples/; the nearest are ${quoted(nearest(path, listFiles(examplesDir)))}. Name one of these.`,
    );
  }
  const real = realpathSync(absolute);
  if (!real.startsWith(realpathSync(examplesDir) + sep)) {
    throw new FenceError(
      `"${path}" is a link that leads out of examples/. Put the file itself into the example.`,
    );
  }
  return parseRegions(
    `${basename(examplesDir)}/${path}`,
    readFileSync(absolute, 'utf8'),
  );
}
