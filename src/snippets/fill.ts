import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { diffOf } from './diff.ts';
import { readSource } from './examples.ts';
import { FenceError, languageAndMeta, parseFence } from './fence.ts';
import type { Page } from './page.ts';
import { type Problem, ProblemError } from './problem.ts';
import { metaOf, snippetOf } from './snippet.ts';

/** What the plugin has to know of the repository. */
export interface SnippetsOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /**
   * The address of lines of a file in the repository.
   *
   * @param file path from the root of the repository, e.g. `examples/notes/vite.config.ts`
   */
  readonly sourceUrl?: (
    file: string,
    fromLine: number,
    toLine: number,
  ) => string | undefined;
  /**
   * The place in the site that shows a whole file, from the root of the site in any language.
   *
   * @param path from examples/
   */
  readonly filePage?: (path: string) => string | undefined;
  /** Keys of the dispositions that another plugin fills, e.g. `frames`. */
  readonly elsewhere: readonly string[];
}

/**
 * Fills the fences of a page from files and regions of the examples.
 *
 * @param tree the page; its fences are changed
 * @param page where the tree is in its file
 * @param options what has to be known of the repository
 * @returns a problem for each fence that cannot be filled or does not say where its text comes
 *   from, at the fence or at the region that is broken
 */
export function fillFences(
  tree: Root,
  page: Page,
  options: SnippetsOptions,
): Problem[] {
  const problems: Problem[] = [];
  visit(tree, 'code', (node) => {
    const line = (node.position?.start.line ?? 1) + page.linesBefore;
    try {
      fill(node, options);
    } catch (error) {
      if (error instanceof FenceError) {
        problems.push({ file: page.file, line, message: error.message });
      } else if (error instanceof ProblemError) {
        const message = `${error.problem.message} (Shown by ${page.file}:${line}.)`;
        problems.push({ ...error.problem, message });
      } else {
        throw error;
      }
    }
  });
  return problems;
}

function fill(node: Code, options: SnippetsOptions): void {
  const fence = parseFence(node, options.elsewhere);
  if (fence.disposition === 'console') node.meta = null;
  if (fence.disposition !== 'file') return;
  const source = readSource(options.examplesDir, fence.path);
  const { lang } = languageAndMeta(node);
  const { before } = fence;
  const snippet =
    before === undefined
      ? snippetOf(fence, lang, source)
      : diffOf(
          { ...fence, before },
          lang,
          readSource(options.examplesDir, before),
          source,
        );
  node.value = snippet.text;
  node.lang = snippet.lang;
  node.meta = metaOf(
    snippet,
    options.sourceUrl?.(source.path, snippet.fromLine, snippet.toLine),
    options.filePage?.(fence.path),
  );
}
