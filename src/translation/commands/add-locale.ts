import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { isReadable, localize, type Site } from '../catalogue/site.ts';
import { writeSiteFile } from '../catalogue/site-file.ts';
import { writeCatalogue } from './update.ts';

/**
 * Adds a language with empty catalogues and an empty glossary.
 *
 * @param locale a language tag, such as `fr` or `pt-BR`
 * @returns the report, with the line to add to the configuration
 * @throws if the tag is invalid, or the site has the language
 */
export function addLocale(
  { root, content, sources }: Omit<Site, 'localized'>,
  locale: string,
): string[] {
  const tag = canonical(locale);
  if (content.locales.includes(tag))
    throw new Error(
      `The site already has the language "${tag}"; ${content.configFile} lists ${content.locales.join(', ')}.`,
    );
  const written = sources
    .map((source) => localize(root, content, source, tag))
    .filter(isReadable)
    .filter((localized) => writeCatalogue(root, localized)).length;
  const glossary = join(content.catalogueDir, tag, 'glossary.json');
  if (!existsSync(join(root, glossary))) writeSiteFile(root, glossary, '[]\n');
  return [
    `${join(content.catalogueDir, tag)}: ${written} of ${sources.length} catalogues written, and ${glossary}.`,
    `Now add this line to "languages" in ${content.configFile}; the build, the menu and the check take the language from there:`,
    `  ${languageLine(tag)}`,
    `The translation may be incomplete until you remove "complete: false". npm run i18n status -- --todo ${tag} lists the remaining messages.`,
  ];
}

/** Returns the canonical form of a language tag. */
function canonical(locale: string): string {
  if (!isLanguage(locale))
    throw new Error(
      `"${locale}" is not a language tag; write one such as fr, pt-BR or zh-Hant.`,
    );
  const [tag = locale] = Intl.getCanonicalLocales(locale);
  if (tag !== locale)
    throw new Error(`"${locale}" is spelled ${tag}: npm run i18n add ${tag}`);
  return tag;
}

/** Whether a text is the tag of a language with a name. */
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

/** Formats the configuration line of a language, such as `fr: { label: 'Français', complete: false },`. */
export function languageLine(tag: string): string {
  const name = nameOf(tag, tag) ?? tag;
  const label = name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  const key = /^[a-z]+$/.test(tag) ? tag : `'${tag}'`;
  return `${key}: { label: '${label.replaceAll("'", "\\'")}', complete: false },`;
}
