import { relative, sep } from 'node:path';

import { isLanguage, languageLine } from './add-locale.ts';
import { orphans, type Site } from './catalogues.ts';
import type { Content } from './content.ts';
import type { Problem } from './problem.ts';

/**
 * Finds catalogues that nobody reads: of a page that is gone, or of a language that the site has not.
 *
 * @param site - The site.
 * @returns A problem for each page, and one for each language.
 */
export function unreadCatalogues(site: Site): Problem[] {
  const files = orphans(site);
  const folderOf = (file: string): string =>
    relative(site.content.catalogueDir, file).split(sep)[0] ?? '';
  const languages = new Map<string, string[]>();
  const problems: Problem[] = [];
  for (const file of files) {
    const folder = folderOf(file);
    if (isMissing(folder, site.content))
      languages.set(folder, [...(languages.get(folder) ?? []), file]);
    else
      problems.push({
        file,
        line: 1,
        text: 'there is no page of this name any more; its messages are shown nowhere; rename the catalogue as the page was renamed, or delete it.',
      });
  }
  const { locales, defaultLocale } = site.content;
  const others = locales.filter((locale) => locale !== defaultLocale);
  for (const [folder, [file = folder, ...more]] of languages)
    problems.push({
      file,
      line: 1,
      text: `"${folder}" is no language of the site, which shows ${more.length === 0 ? 'its catalogue' : `its ${more.length + 1} catalogues`} nowhere; there are ${others.join(', ')}; add this line to "languages" of the configuration: ${languageLine(folder)}`,
    });
  return problems;
}

function isMissing(
  folder: string,
  { locales, defaultLocale }: Pick<Content, 'locales' | 'defaultLocale'>,
): boolean {
  return (
    isLanguage(folder) &&
    (folder === defaultLocale || !locales.includes(folder))
  );
}
