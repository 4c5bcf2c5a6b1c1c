import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, Root } from 'mdast';
import ts from 'typescript';
import { visit } from 'unist-util-visit';

/**
 * Returns a function from a path to the text of an example's file, with the line numbers that readers see: as on the page if it
 * shows the whole file, otherwise as on disk without region markers.
 *
 * @param tree the page with filled fences and translated comments
 * @param app absolute path of the example
 */
export function displayedSources(
  tree: Root,
  app: string,
): (path: string) => string {
  const blocks: Code[] = [];
  visit(tree, 'code', (node) => {
    blocks.push(node);
  });
  return (path) => {
    const text = stripRegionMarkers(readFileSync(join(app, path), 'utf8'));
    const code = withoutComments(text);
    const shown = blocks.find(
      ({ meta, value }) =>
        meta?.includes(`title="${path}"`) === true &&
        value.split('\n').length === text.split('\n').length &&
        withoutComments(value) === code,
    );
    return shown?.value ?? text;
  };
}

/** Removes region markers, and blank lines at both ends. */
function stripRegionMarkers(source: string): string {
  const kept: string[] = [];
  let isAfterMark = false;
  for (const line of source.split(/\r?\n/).map((one) => one.trimEnd())) {
    const isMark = /^\s*\/\/\s*#(?:end)?region\b/.test(line);
    // A marker between two blank lines would leave both.
    const isHole: boolean = line === '' && isAfterMark && kept.at(-1) === '';
    if (!isMark && !isHole) kept.push(line);
    isAfterMark = isMark || isHole;
  }
  return kept.join('\n').replaceAll(/^\n+|\n+$/g, '');
}

/** Removes comments, in which languages differ, for comparison. */
function withoutComments(text: string): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext);
  return ts.createPrinter({ removeComments: true }).printFile(file);
}

/** Removes comments and indentation from compiled code. Every token stays on its line. */
export function stripComments(code: string): string {
  const file = ts.createSourceFile(
    'file.js',
    code,
    ts.ScriptTarget.ESNext,
    true,
  );
  let bare = '';
  const take = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length > 0) {
      children.forEach(take);
      return;
    }
    const start = node.getStart(file, false);
    const before = code.slice(node.getFullStart(), start);
    const lines = before.split('\n').length - 1;
    bare += lines > 0 ? '\n'.repeat(lines) : before === '' ? '' : ' ';
    bare += code.slice(start, node.end);
  };
  take(file);
  return bare;
}
