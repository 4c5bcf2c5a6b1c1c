import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readSource } from './examples.ts';
import { FenceError, languageAndMeta, parseFence } from './fence.ts';
import { pageOf } from './page.ts';
import { described, ProblemError } from './problem.ts';
import { metaOf, snippetOf } from './snippet.ts';

/** What the plugin has to know of the repository. */
export interface SnippetsOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /**
   * The address of lines of a file in the repository.
   *
   * @param file path from the root of the repository, e.g. `examples/api-routes/vite.config.ts`
   */
  readonly sourceUrl?: (
    file: string,
    fromLine: number,
    toLine: number,
  ) => string | undefined;
  /** Keys of the dispositions that another plugin fills, e.g. `frames`. */
  readonly elsewhere: readonly string[];
}

/**
 * Remark plugin: fills the fences of a page from files and regions of the examples, and refuses
 * every fence that does not say where its text comes from. It belongs before all others, so
 * that they see the text.
 *
 * @param options what it has to know of the repository
 * @returns the transformer; it fails a page with `file:line: message` lines, one for each problem
 */
export function remarkSnippets(options: SnippetsOptions) {
  return (tree: Root, vfile: VFile): void => {
    const page = pageOf(vfile);
    const problems: { message: string; node: Code }[] = [];
    visit(tree, 'code', (node) => {
      try {
        fill(node, options);
      } catch (error) {
        const line = (node.position?.start.line ?? 1) + page.linesBefore;
        if (error instanceof FenceError) {
          const problem = { file: page.file, line, message: error.message };
          problems.push({ message: described(problem), node });
        } else if (error instanceof ProblemError) {
          const message = `${error.message} (Shown by ${page.file}:${line}.)`;
          problems.push({ message, node });
        } else {
          throw error;
        }
      }
    });
    const [first] = problems;
    if (first) {
      vfile.fail(
        problems.map(({ message }) => message).join('\n'),
        first.node,
        'snippets:fence',
      );
    }
  };
}

function fill(node: Code, options: SnippetsOptions): void {
  const fence = parseFence(node, options.elsewhere);
  if (fence.disposition === 'console') node.meta = null;
  if (fence.disposition !== 'file') return;
  const source = readSource(options.examplesDir, fence.path);
  const { lang } = languageAndMeta(node);
  const snippet = snippetOf(fence, lang, source);
  node.value = snippet.text;
  node.lang = snippet.lang;
  node.meta = metaOf(
    snippet,
    options.sourceUrl?.(source.path, snippet.fromLine, snippet.toLine),
  );
}
