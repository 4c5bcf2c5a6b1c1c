import type { Source } from './catalogues.ts';
import type { Content } from './content.ts';

/** How the source that is on no page is named. */
const interfaceName = 'interface';

/**
 * Says whether a person who writes a name means a source.
 *
 * @param source - The source.
 * @param name - The file of a page, with or without its end; its path inside of the documents; or `interface`.
 * @returns Whether it does.
 */
export function isNamed({ file, page }: Source, name: string): boolean {
  if (page === undefined) return name === interfaceName || name === file;
  const bare = (path: string): string =>
    path.replace(/^\.\//, '').replace(/\.mdx?$/, '');
  const inside = bare(file).slice(bare(file).indexOf('/') + 1);
  return bare(name) === bare(file) || bare(name) === inside;
}

/**
 * Finds the source that a person means.
 *
 * @param sources - All sources.
 * @param name - What was written.
 * @returns The source.
 * @throws If there is none of this name; the message lists those that there are.
 */
export function sourceNamed(sources: readonly Source[], name: string): Source {
  const source = sources.find((one) => isNamed(one, name));
  if (source !== undefined) return source;
  const names = sources.map(({ file, page }) =>
    page === undefined
      ? interfaceName
      : file.slice(file.indexOf('/') + 1).replace(/\.mdx?$/, ''),
  );
  throw new Error(
    `There is no page "${name}"; there are ${names.join(', ')}. Name one of these.`,
  );
}

/**
 * Requires a language into which the site is translated.
 *
 * @param content - The site.
 * @param name - What was written; undefined if nothing was.
 * @returns The language.
 * @throws If it is none of them; the message lists those that there are.
 */
export function localeNamed(
  { locales, defaultLocale }: Pick<Content, 'locales' | 'defaultLocale'>,
  name: string | undefined,
): string {
  const others = locales.filter((locale) => locale !== defaultLocale);
  if (name !== undefined && others.includes(name)) return name;
  const there =
    others.length === 0
      ? `the site is in ${defaultLocale} only`
      : `there are ${others.join(', ')}`;
  throw new Error(
    name === undefined
      ? `The language is missing; ${there}. Write --locale <language>.`
      : `There is no language "${name}" to translate into; ${there}.`,
  );
}
