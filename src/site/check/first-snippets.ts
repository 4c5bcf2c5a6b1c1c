import { indexPage } from '../../core/page-index.ts';
import type { ParsedPage } from '../../core/page.ts';
import type { Problem } from '../../core/problem.ts';
import { fillFences, type SnippetsOptions } from '../../snippets/index.ts';

/** Folders of the pages that open with a snippet. */
const folders = ['docs/guide/', 'docs/recipes/'];
const mostLines = 12;

/** Reports pages that don't open with short snippets of an app and the ways to run it. */
export function firstSnippetProblems(
  pages: readonly ParsedPage[],
  options: SnippetsOptions,
): Problem[] {
  return pages
    .filter(({ file }) => folders.some((folder) => file.startsWith(folder)))
    .flatMap((page) => openingProblems(page, options));
}

function openingProblems(
  { file, tree }: ParsedPage,
  options: SnippetsOptions,
): Problem[] {
  const filled = structuredClone(tree);
  fillFences(filled, file, options);
  const { fences, elements, headings } = indexPage(filled);
  const end = headings.find(({ node }) => node.depth === 2)?.line ?? Infinity;
  const snippets = fences.filter(
    ({ node, line }) => line < end && node.data?.snippet !== undefined,
  );
  const long = snippets.flatMap(({ node, line }): Problem[] => {
    const count = node.value.split('\n').length;
    if (count <= mostLines) return [];
    const message = `this snippet is above the first heading and has ${count} lines, more than ${mostLines}. Show a region of the file, and all of it below a heading.`;
    return [{ file, line, message }];
  });
  const start = elements.find(({ name }) => name === 'ExampleStart');
  const missing = [
    snippets.length === 0 && `a snippet of at most ${mostLines} lines`,
    (start?.line ?? Infinity) > end && '<ExampleStart of="…" />',
  ].filter((part) => part !== false);
  if (missing.length === 0) return long;
  const message = `the page opens without ${missing.join(' and ')}. Add this above the first heading.`;
  return [...long, { file, line: 1, message }];
}
