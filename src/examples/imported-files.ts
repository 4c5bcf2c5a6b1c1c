import { posix } from 'node:path';
import type { Root } from 'mdast';
import ts from 'typescript';
import { visit } from 'unist-util-visit';
import type {} from '../core/snippet-data.ts';
import type { ExampleFile } from './files.ts';

/** A file that a code block shows, or a part of it. */
export interface Snippet {
  readonly path: string;
  readonly whole: boolean;
}

/**
 * Lists the files that readers of some snippets need and don't have: those that the snippets import, directly or through others, and
 * those of which a snippet shows only a part.
 *
 * @param files all files of the app
 */
export function importedFiles(
  files: readonly ExampleFile[],
  snippets: readonly Snippet[],
): ExampleFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const needed = new Set<string>();
  const add = (path: string): void => {
    const file = byPath.get(path);
    if (file === undefined || needed.has(path)) return;
    needed.add(path);
    for (const imported of relativeImports(file)) {
      for (const extension of ['', '.ts', '/index.ts']) {
        add(imported + extension);
        // A version of the app has only the files that differ.
        add(imported.replace(/^(?:before|after)\//, '') + extension);
      }
    }
  };
  for (const { path } of snippets) add(path);
  const shown = new Set(
    snippets.filter(({ whole }) => whole).map(({ path }) => path),
  );
  return files.filter(({ path }) => needed.has(path) && !shown.has(path));
}

/** Returns the paths of relative imports, from the root of the app. */
function relativeImports({ path, text }: ExampleFile): string[] {
  if (!/\.[cm]?ts$/.test(path)) return [];
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => posix.join(posix.dirname(path), fileName));
}

/** Lists the files of an example that the code blocks of a page show. */
export function snippetsIn(tree: Root, example: string): Snippet[] {
  const found: Snippet[] = [];
  visit(tree, 'code', ({ data }) => {
    const { path = '', whole = false } = data?.snippet ?? {};
    if (path.startsWith(`${example}/`)) {
      found.push({ path: path.slice(example.length + 1), whole });
    }
  });
  return found;
}
