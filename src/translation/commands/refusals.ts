import type { Localized } from '../catalogue/site.ts';
import { characterRules } from '../style/character-rules.ts';
import type { Content } from '../content.ts';
import { translateFrontMatter } from '../page/front-matter.ts';
import { englishById, interfaceTexts } from '../catalogue/interface-text.ts';
import type { Problem } from '../problem.ts';
import { translateTree } from '../page/translate-tree.ts';

/**
 * Translates a source like a build, and returns each refused translation once; syntax errors of the catalogue are not included.
 */
export function refusals(
  { source: { page, messages }, catalogue, locale }: Localized,
  content: Pick<Content, 'defaultLocale' | 'scripts'>,
): Problem[] {
  const characters = characterRules({ ...content, locale });
  const problems =
    page === undefined
      ? interfaceTexts(
          { ...catalogue, problems: [] },
          englishById(messages),
          characters,
        ).problems
      : [
          ...translateFrontMatter(page.frontMatter, catalogue, characters)
            .problems,
          ...translateTree(structuredClone(page.tree), page.source, {
            catalogue,
            sourceLanguage: content.defaultLocale,
            characters,
          }),
        ];
  const seen = new Set<string>();
  return problems.filter(({ line, message: text }) => {
    const key = `${line}:${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
