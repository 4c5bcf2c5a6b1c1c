import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, Root } from 'mdast';
import ts from 'typescript';
import { visit } from 'unist-util-visit';

/**
 * How a page shows the files of an example: an error that names a line means a line that readers see.
 *
 * @param tree the page, its code filled in and its comments translated
 * @param app absolute path of the example
 * @returns the text of a file by its path from there: as the page has it where it shows the whole file, else as it is written,
 *   without the marks of regions
 */
export function shownTexts(tree: Root, app: string): (path: string) => string {
  const blocks: Code[] = [];
  visit(tree, 'code', (node) => {
    blocks.push(node);
  });
  return (path) => {
    const text = withoutMarks(readFileSync(join(app, path), 'utf8'));
    const own = withoutComments(text);
    const shown = blocks.find(
      ({ meta, value }) =>
        meta?.includes(`title="${path}"`) === true &&
        value.split('\n').length === text.split('\n').length &&
        withoutComments(value) === own,
    );
    return shown?.value ?? text;
  };
}

/** A file without the lines that only name its regions, and without blank lines at its ends. */
export function withoutMarks(source: string): string {
  const kept: string[] = [];
  let isAfterMark = false;
  for (const line of source.split(/\r?\n/).map((one) => one.trimEnd())) {
    const isMark = /^\s*\/\/\s*#(?:end)?region\b/.test(line);
    // A mark between two blank lines would leave both.
    const isHole: boolean = line === '' && isAfterMark && kept.at(-1) === '';
    if (!isMark && !isHole) kept.push(line);
    isAfterMark = isMark || isHole;
  }
  return kept.join('\n').replaceAll(/^\n+|\n+$/g, '');
}

/** The code alone, to compare: two languages differ in their comments only. */
function withoutComments(text: string): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext);
  return ts.createPrinter({ removeComments: true }).printFile(file);
}
