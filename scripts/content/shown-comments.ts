import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { visit } from 'unist-util-visit';
import { content } from '../../content.ts';
import {
  commentProblems,
  namesOfExample,
} from '../../src/evidence/comments.ts';
import type { Problem } from '../../src/evidence/problem.ts';
import type { EvidenceStore } from '../../src/evidence/store.ts';
import { exampleElements } from '../../src/examples/element.ts';
import { isShown } from '../../src/examples/shown.ts';
import type { ParsedPage } from '../../src/snippets/coverage.ts';
import { commentBlocks } from '../../src/translation/code-comments.ts';

/**
 * Checks the comments of every file that a page shows.
 *
 * @param pages as their authors wrote them
 * @param evidence what was measured
 * @param files paths, from examples/, of all files of the examples
 * @returns a problem, in the example, for each name that does not hold there
 */
export function shownCommentProblems(
  pages: readonly ParsedPage[],
  evidence: EvidenceStore,
  files: readonly string[],
): Problem[] {
  const shown = new Set<string>();
  for (const { tree } of pages) {
    visit(tree, 'code', ({ meta }) => {
      const path = /(?:^|\s)file=([^\s#]+)/.exec(meta ?? '')?.[1];
      // What there is not is the snippet's own problem.
      if (path !== undefined && files.includes(path)) shown.add(path);
    });
    // The page of an example shows all of its files but those that it links to.
    for (const { name, example } of exampleElements(tree)) {
      if (name !== 'ExampleFiles' || example === undefined) continue;
      for (const path of files) {
        const [folder, ...inside] = path.split('/');
        if (folder === example && isShown(inside.join('/'))) shown.add(path);
      }
    }
  }
  return [...shown].flatMap((path) => {
    const [example = ''] = path.split('/');
    const names = namesOfExample(example, evidence, files);
    const text = readFileSync(join(content.examplesDir, path), 'utf8');
    return commentBlocks(text, extname(path).slice(1)).flatMap((block) =>
      block.lines.flatMap((words, i) =>
        commentProblems(words, names).map((message) => ({
          file: `examples/${path}`,
          line: text.slice(0, block.ranges[i]?.start).split('\n').length,
          message,
        })),
      ),
    );
  });
}
