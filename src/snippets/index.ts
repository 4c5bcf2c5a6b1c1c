import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { fillFences, type SnippetsOptions } from './fill.ts';
import { pageOf } from './page.ts';
import { described } from './problem.ts';

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
    const problems = fillFences(tree, pageOf(vfile), options);
    if (problems.length > 0) {
      vfile.fail(
        problems.map((problem) => described(problem)).join('\n'),
        undefined,
        'snippets:fence',
      );
    }
  };
}
