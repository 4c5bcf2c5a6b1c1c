import type { Code, Root } from 'mdast';
import type { VFile } from 'vfile';
import { indexPage } from '../core/page-index.ts';
import { pageFile } from '../core/page.ts';
import type {} from '../core/snippet-data.ts';
import { formatProblem, type Problem, ProblemError } from '../core/problem.ts';
import { FenceError, type FenceOptions, parseFence } from './fence.ts';
import { readSource } from './files.ts';
import { diffOf, insideApp, snippetOf } from './snippet.ts';

/** Options of the plugin. */
export interface SnippetsOptions extends FenceOptions {
  /** Absolute path of the folder of the examples. Its name starts the paths in messages and in `sourceUrl`. */
  readonly examplesDir: string;
  /**
   * Returns the URL of lines in the repository.
   *
   * @param file such as `examples/notes/vite.config.ts`
   */
  readonly sourceUrl?: (
    file: string,
    fromLine: number,
    toLine: number,
  ) => string | undefined;
  /**
   * Returns the path of a page that shows the whole file, from the root of the site in any language.
   *
   * @param path from the folder of the examples
   */
  readonly filePage?: (path: string) => string | undefined;
}

/**
 * Remark plugin: fills the fences of a page from files and regions of the examples. It has to run before all other plugins.
 *
 * @returns a transformer that fails the page with a line `file:line: message` for each problem
 */
export function remarkSnippets(options: SnippetsOptions) {
  return (tree: Root, vfile: VFile): void => {
    const problems = fillFences(tree, pageFile(vfile), options);
    if (problems.length > 0) {
      vfile.fail(
        problems.map((problem) => formatProblem(problem)).join('\n'),
        undefined,
        'snippets:fence',
      );
    }
  };
}

/**
 * Fills the fences of a page.
 *
 * @param tree the page; changed in place
 * @param file path of the page from the root of the repository
 * @returns a problem for each fence that can't be filled, at the fence or at the broken region, and for each element with code
 */
export function fillFences(
  tree: Root,
  file: string,
  options: SnippetsOptions,
): Problem[] {
  const { fences, elements } = indexPage(tree);
  const unfilled = fences.flatMap(({ node, lang, line }): Problem[] => {
    try {
      fill(node, lang, options);
      return [];
    } catch (error) {
      if (error instanceof FenceError) {
        return [{ file, line, message: error.message }];
      }
      if (!(error instanceof ProblemError)) throw error;
      const message = `${error.problem.message} (Shown by ${file}:${line}.)`;
      return [{ ...error.problem, message }];
    }
  });
  const unsourced = elements.flatMap(({ name = '', line }): Problem[] =>
    options.strict !== false && codeElements.includes(name)
      ? [
          {
            file,
            line,
            message: `no test compares the code in <${name}>. Write a fence or a code span.`,
          },
        ]
      : [],
  );
  return [...unfilled, ...unsourced];
}

/** Elements whose text is code without a source. */
const codeElements: readonly string[] = ['code', 'CodeBlock', 'pre', 'samp'];

function fill(
  node: Code,
  written: string | undefined,
  options: SnippetsOptions,
): void {
  const fence = parseFence(node, options);
  if (fence.kind === 'console') node.meta = null;
  if (fence.kind !== 'file') return;
  const { path, before, showLineNumbers, highlight } = fence;
  const source = readSource(options.examplesDir, path);
  const { lang, text, fromLine, toLine } =
    before === undefined
      ? snippetOf(fence, written, source)
      : diffOf(
          { path, before },
          written,
          readSource(options.examplesDir, before),
          source,
        );
  const url = options.sourceUrl?.(source.path, fromLine, toLine);
  const page = options.filePage?.(path);
  node.value = text;
  node.data = {
    ...node.data,
    snippet: { path, whole: fence.region === undefined },
  };
  node.lang = lang;
  node.meta = [
    `title="${insideApp(path)}"`,
    url !== undefined && `source="${url}"`,
    page !== undefined && `page="${page}"`,
    fence.region !== undefined && 'excerpt',
    showLineNumbers && 'showLineNumbers',
    highlight !== undefined && `{${highlight}}`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}
