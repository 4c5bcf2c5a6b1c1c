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
import type { TextStyle } from '../../translation/style/text-style.ts';
import type { SitePage } from '../pages/pages.ts';
import { commentStyleProblems } from './comment-style.ts';

/**
 * Checks comments of the files that pages show: their style, and that the URLs, files and names in them exist.
 *
 * @param files all files of the examples, as paths from `examples/`
 * @param style of the comments; undefined if there is none
 */
export function shownCommentProblems(
  pages: readonly SitePage[],
  evidence: EvidenceStore,
  files: readonly string[],
  style: TextStyle | undefined,
): Problem[] {
  return [...shownFiles(pages, files)].flatMap((path) => {
    const [example = ''] = path.split('/');
    const names = namesOfExample(example, evidence, files);
    const file = `examples/${path}`;
    const language = extname(path).slice(1);
    const text = readFileSync(join(siteConfig.examplesDir, path), 'utf8');
    const unknown = commentBlocks(text, language).flatMap((block) =>
      block.lines.flatMap((words, i) =>
        commentProblems(words, names).map((message) => ({
          file,
          line: text.slice(0, block.ranges[i]?.start).split('\n').length,
          message,
        })),
      ),
    );
    return style === undefined
      ? unknown
      : [...unknown, ...commentStyleProblems(file, text, language, style)];
  });
}

function shownFiles(
  pages: readonly SitePage[],
  files: readonly string[],
): Set<string> {
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
  return shown;
}
