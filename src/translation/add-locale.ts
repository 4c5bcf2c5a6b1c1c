import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { localize, type Site } from './catalogues.ts';
import { writeCatalogue } from './update.ts';

/**
 * Adds a language: an empty catalogue for each source, and an empty glossary.
 *
 * @param site - The site.
 * @param locale - A language tag, as `fr` or `pt-BR`.
 * @param configFile - Where the languages are listed.
 * @returns What it did, and the line that the configuration still lacks.
 * @throws If the tag is none, or if the site has the language.
 */
export function addLocale(
  { root, content, sources }: Omit<Site, 'localized'>,
  locale: string,
  configFile: string,
): string[] {
  const tag = canonical(locale);
  if (content.locales.includes(tag))
    throw new Error(
      `The site has the language "${tag}" already; ${configFile} lists ${content.locales.join(', ')}.`,
    );
  const written = sources
    .map((source) => localize(root, content, source, tag))
    .filter((localized) => writeCatalogue(root, localized)).length;
  const glossary = join(content.catalogueDir, tag, 'glossary.json');
  if (!existsSync(join(root, glossary))) {
    mkdirSync(dirname(join(root, glossary)), { recursive: true });
    writeFileSync(join(root, glossary), '[]\n');
  }
  return [
    `${join(content.catalogueDir, tag)}: ${written} of ${sources.length} catalogues written, and ${glossary}.`,
    `Now add this line to "languages" in ${configFile}; the build, the menu and the check take the language from there:`,
    `  ${languageLine(tag)}`,
    `Nothing of it has to be complete until you take "complete: false" out. npm run i18n status -- --todo ${tag} lists what is to do.`,
  ];
}

/** The tag as it has to be written. */
function canonical(locale: string): string {
  if (!isLanguage(locale))
    throw new Error(
      `"${locale}" is no language tag; write one as fr, pt-BR or zh-Hant.`,
    );
  const [tag = locale] = Intl.getCanonicalLocales(locale);
  if (tag !== locale)
    throw new Error(`"${locale}" is written ${tag}: npm run i18n add ${tag}`);
  return tag;
}

/**
 * Says whether a text is the tag of a language that has a name.
 *
 * @param text - For example `fr` or `pt-BR`.
 * @returns Whether it is one.
 */
export function isLanguage(text: string): boolean {
  try {
    return nameOf(text, 'en') !== undefined;
  } catch {
    return false;
  }
}

function nameOf(tag: string, inLanguage: string): string | undefined {
  return new Intl.DisplayNames([inLanguage], {
    type: 'language',
    fallback: 'none',
  }).of(tag);
}

/**
 * Writes the line by which a language is added to the site.
 *
 * @param tag - The language.
 * @returns For example `fr: { label: 'Français', complete: false },`.
 */
export function languageLine(tag: string): string {
  const name = nameOf(tag, tag) ?? tag;
  const label = name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  const key = /^[a-z]+$/.test(tag) ? tag : `'${tag}'`;
  return `${key}: { label: '${label.replaceAll("'", "\\'")}', complete: false },`;
}
