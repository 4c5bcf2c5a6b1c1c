import { basename } from 'node:path';
import { componentNames, exampleElements } from '../../src/examples/element.ts';
import type { Problem } from '../../src/examples/problem.ts';
import type { ParsedPage } from '../../src/snippets/coverage.ts';
import { nearest } from '../nearest.ts';

/** The folder of the pages of examples, from the root of the repository. */
export const examplePages = 'docs/examples';

/**
 * Checks that each example has a page of its own with all parts, and that each part names its example.
 *
 * @param pages as their authors wrote them
 * @param examples the names of all examples
 * @returns a problem for each page or part that is missing or names nothing
 */
export function examplePageProblems(
  pages: readonly ParsedPage[],
  examples: readonly string[],
): Problem[] {
  const missing = examples
    .filter((name) => !pages.some(({ file }) => file === pageOf(name)))
    .map((name) => ({
      file: `examples/${name}/package.json`,
      line: 1,
      message: `this example has no page; the others have one each in ${examplePages}/. Write ${pageOf(name)} as they are written, name it in sidebars.ts, and run: npm run i18n update`,
    }));
  return [...missing, ...pages.flatMap((page) => partProblems(page, examples))];
}

function pageOf(example: string): string {
  return `${examplePages}/${example}.mdx`;
}

function partProblems(
  { file, tree, linesBefore = 0 }: ParsedPage,
  examples: readonly string[],
): Problem[] {
  const parts = exampleElements(tree);
  const named = parts.flatMap(({ name, example, node }) => {
    const line = (node.position?.start.line ?? 1) + linesBefore;
    if (example !== undefined && examples.includes(example)) return [];
    const message =
      example === undefined
        ? `<${name}> takes the name of an example and nothing else. Write <${name} of="${examples[0] ?? ''}" />.`
        : `no example "${example}"; the nearest is "${nearest(example, examples)}". Name an example of examples/.`;
    return [{ file, line, message }];
  });
  const own = basename(file, '.mdx');
  if (file !== pageOf(own)) return named;
  if (!examples.includes(own)) {
    const message = `a page in ${examplePages}/ has the name of an example, and there is no example "${own}". Rename or delete it.`;
    return [...named, { file, line: 1, message }];
  }
  const lacking = componentNames
    .filter(
      (name) =>
        !parts.some((part) => part.name === name && part.example === own),
    )
    .map((name) => `<${name} of="${own}" />`);
  if (lacking.length === 0) return named;
  const message = `the page of an example has all its parts, and this one lacks ${lacking.join(', ')}. Write ${lacking.length === 1 ? 'it' : 'them'}.`;
  return [...named, { file, line: 1, message }];
}
