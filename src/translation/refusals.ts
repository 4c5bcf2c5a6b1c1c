import type { Localized } from './catalogues.ts';
import type { Content } from './content.ts';
import { translateFrontMatter } from './front-matter.ts';
import { interfaceTexts } from './interface-text.ts';
import type { Problem } from './problem.ts';
import { translateTree } from './translate-tree.ts';

/**
 * Translates a source as a build does, and keeps only what was refused.
 *
 * @param localized - The source in a language.
 * @param content - The site.
 * @returns The refused translations, each once; syntax errors of the catalogue are not among them.
 */
export function refusals(
  { source: { page }, catalogue }: Localized,
  content: Pick<Content, 'defaultLocale'>,
): Problem[] {
  const problems =
    page === undefined
      ? interfaceTexts({ ...catalogue, problems: [] }).problems
      : [
          ...translateFrontMatter(page.frontMatter, catalogue).problems,
          ...translateTree(structuredClone(page.tree), page.source, {
            catalogue,
            sourceLanguage: content.defaultLocale,
          }),
        ];
  const seen = new Set<string>();
  return problems.filter(({ line, text }) => {
    const key = `${line}:${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
