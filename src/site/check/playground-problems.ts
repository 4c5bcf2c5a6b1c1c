import type { Problem } from '../../core/problem.ts';
import { readHandler } from '../../playground/build/handler.ts';
import { PlaygroundError } from '../../playground/build/app-files.ts';
import { checkPlaygrounds } from '../../playground/build/read.ts';
import { routeOf } from '../../playground/runtime/route-of.ts';
import { snippetDependencies } from '../../snippets/coverage.ts';
import type { SitePage } from '../pages/pages.ts';

type Page = Pick<SitePage, 'file' | 'tree' | 'index'>;

/**
 * Reports playgrounds that a build would reject, and handlers that a page shows without a playground.
 *
 * @param readme explains why some handlers can't run in a page
 */
export function playgroundProblems(
  pages: readonly Page[],
  examplesDir: string,
  readme: string,
): Problem[] {
  return pages.flatMap((page) => [
    ...checkPlaygrounds(page.tree, examplesDir).map((problem) => ({
      ...problem,
      file: page.file,
    })),
    ...missingPlaygrounds(page, examplesDir, readme),
  ]);
}

function missingPlaygrounds(
  { file, index }: Page,
  examplesDir: string,
  readme: string,
): Problem[] {
  const running = index.elements.flatMap(({ name, texts }) =>
    name === 'Playground' ? (texts.get('of') ?? []) : [],
  );
  return index.fences.flatMap((fence) => {
    const [handler] = snippetDependencies({ ...index, fences: [fence] });
    const [, ...inside] = handler?.split('/') ?? [];
    if (handler === undefined || routeOf(inside.join('/')) === undefined) {
      return [];
    }
    if (running.includes(handler)) return [];
    const { line } = fence;
    if (canRun(examplesDir, handler)) {
      const message = `the handler "${handler}" can run in the page. Write <Playground of="${handler}" /> below it.`;
      return [{ file, line, message }];
    }
    if (readme.includes(handler)) return [];
    const message = `the handler "${handler}" can't run in a page, and src/site/README.md doesn't explain why. Explain it there.`;
    return [{ file, line, message }];
  });
}

function canRun(examplesDir: string, handler: string): boolean {
  try {
    readHandler(examplesDir, handler);
    return true;
  } catch (error) {
    if (error instanceof PlaygroundError) return false;
    throw error;
  }
}
