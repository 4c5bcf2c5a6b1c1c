import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { siteConfig } from '../../../site.config.ts';
import {
  commentProblems,
  namesOfExample,
} from '../../evidence/lint/comments.ts';
import type { Problem } from '../../core/problem.ts';
import type { EvidenceStore } from '../../evidence/record/store.ts';
import { exampleElements } from '../../examples/element.ts';
import { isShown } from '../../examples/files.ts';
import { snippetDependencies } from '../../snippets/coverage.ts';
import { commentBlocks } from '../../translation/page/code-comments.ts';
import type { SitePage } from '../pages/pages.ts';

/**
 * Reports unknown URLs, files and names in comments of the files that pages show.
 *
 * @param files all files of the examples, as paths from `examples/`
 */
export function shownCommentProblems(
  pages: readonly SitePage[],
  evidence: EvidenceStore,
  files: readonly string[],
): Problem[] {
  const shown = new Set<string>();
  for (const { tree, index } of pages) {
    for (const path of snippetDependencies(index)) {
      // The snippets check reports missing files.
      if (files.includes(path)) shown.add(path);
    }
    // <ExampleFiles> shows all files except those that it links to.
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
    const text = readFileSync(join(siteConfig.examplesDir, path), 'utf8');
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
