import { basename } from 'node:path';
import { exampleElements, pageComponentNames } from '../../examples/element.ts';
import type { Problem } from '../../core/problem.ts';
import type { ParsedPage } from '../../core/page.ts';
import { nearest } from '../../core/nearest.ts';

/** Folder of the example pages. */
const examplePages = 'docs/examples';

/** Reports examples without a page, example pages without all components, and components that name no example. */
export function examplePageProblems(
  pages: readonly ParsedPage[],
  examples: readonly string[],
): Problem[] {
  const missing = examples
    .filter((name) => !pages.some(({ file }) => file === pageOf(name)))
    .map((name) => ({
      file: `examples/${name}/package.json`,
      line: 1,
      message: `this example has no page; the others have one in ${examplePages}/. Write ${pageOf(name)} like them, add it to sidebars.ts, and run: npm run i18n update`,
    }));
  return [
    ...missing,
    ...pages.flatMap((page) => componentProblems(page, examples)),
  ];
}

function pageOf(example: string): string {
  return `${examplePages}/${example}.mdx`;
}

function componentProblems(
  { file, tree }: ParsedPage,
  examples: readonly string[],
): Problem[] {
  const components = exampleElements(tree);
  const named = components.flatMap(({ name, example, node }) => {
    const line = node.position?.start.line ?? 1;
    if (example !== undefined && examples.includes(example)) return [];
    const message =
      example === undefined
        ? `<${name}> takes the name of an example and nothing else. Write <${name} of="${examples[0] ?? ''}" />.`
        : `no example "${example}"; the nearest is "${nearest(example, examples)}". Name a folder in examples/.`;
    return [{ file, line, message }];
  });
  const example = basename(file, '.mdx');
  if (file !== pageOf(example)) return named;
  if (!examples.includes(example)) {
    const message = `a page in ${examplePages}/ has the name of an example, and there is no example "${example}". Rename or delete it.`;
    return [...named, { file, line: 1, message }];
  }
  const missing = pageComponentNames
    .filter(
      (name) =>
        !components.some((one) => one.name === name && one.example === example),
    )
    .map((name) => `<${name} of="${example}" />`);
  if (missing.length === 0) return named;
  const message = `the page of an example has all components, and this one lacks ${missing.join(', ')}. Add ${missing.length === 1 ? 'it' : 'them'}.`;
  return [...named, { file, line: 1, message }];
}
