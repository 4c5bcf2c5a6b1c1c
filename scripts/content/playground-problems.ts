import { playgroundMistakes } from '../../src/playground/site/read.ts';
import type { ParsedPage } from '../../src/snippets/coverage.ts';
import type { Problem } from '../../src/snippets/problem.ts';

/**
 * What is wrong with the playgrounds of the pages, as a build would say it.
 *
 * @param pages as their authors wrote them
 * @param examplesDir the folder of the examples
 */
export function playgroundProblems(
  pages: readonly ParsedPage[],
  examplesDir: string,
): Problem[] {
  return pages.flatMap(({ file, tree, linesBefore = 0 }) =>
    playgroundMistakes(tree, examplesDir).map(({ line, message }) => ({
      file,
      line: line + linesBefore,
      message,
    })),
  );
}
