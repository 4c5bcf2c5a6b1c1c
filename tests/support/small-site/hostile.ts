import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { siteConfig } from '../../../site.config.ts';
import { readSite } from '../../../src/translation/catalogue/site.ts';
import {
  type Entry,
  newEntry,
} from '../../../src/translation/catalogue/catalogue.ts';
import { frontMatterMessages } from '../../../src/translation/page/front-matter.ts';
import { printPo } from '../../../src/translation/catalogue/po.ts';

/** Language with malicious catalogues. */
export const hostileLocale = 'fr';

/** Accepted texts that would be dangerous as HTML, script, template or pattern. */
export const allowed = [
  '&lt;img src=x onerror=evil()&gt;',
  '&#60;img src=x onerror=evil()&#62;',
  '< img src=x onerror=evil()>',
  '" onmouseover="evil()" autofocus onfocus="evil()" x="',
  "' onmouseover='evil()' autofocus onfocus='evil()' x='",
  'javascript:evil()',
  '[x](javascript:evil())',
  '<%= evil() %><%~ evil() %>',
  "'-evil()-'",
  '"-evil()-"',
  '`;evil();//',
  '*/evil();/*',
  ');evil();//',
  '-->]]>--!>',
  "$'$&$$$1",
] as const;

/** Texts with markup that the English lacks, with characters of another script, and texts that would end a string in a page's script. */
export const refused = [
  '＜img src=x onerror=evil()＞',
  String.raw`\\'-evil(),//`,
  String.raw`\\"-evil(),//`,
  String.raw`\u003cimg src=x onerror=evil()\u003e`,
  '<script>evil()</script>',
  '<img src=x onerror=evil()>',
  '"><svg onload=evil()>',
  '</title><script>evil()</script>',
  '</script><script>evil()</script>',
  '<style>*{display:none}</style>',
  '<p style="position:fixed">',
  '<a href="javascript:evil()">x</a>',
  '<iframe srcdoc="<script>parent.evil()</script>">',
  '<!--',
] as const;

/** All accepted texts in one. */
export const shown = allowed.join(' ');

/** Number of written texts. */
export interface Tried {
  interfaceMessages: number;
  frontMatterFields: number;
}

/**
 * Writes malicious catalogues: every interface message and front matter field. The page `more` stays untranslated.
 *
 * @param folder a site with pages and components
 * @returns the number of texts
 */
export async function writeHostileCatalogues(folder: string): Promise<Tried> {
  const tried: Tried = { interfaceMessages: 0, frontMatterFields: 0 };
  const { localized } = await readSite(resolve(folder), {
    ...siteConfig,
    locales: [siteConfig.defaultLocale, hostileLocale],
  });
  const bad = (index: number) => refused[index % refused.length] ?? '';
  for (const { source, merged } of localized) {
    if (source.file.includes('more')) continue;
    const head = new Set(
      frontMatterMessages(source.page?.frontMatter ?? {}).map(({ id }) => id),
    );
    const isRefused = source.file.includes('barely');
    const entries = merged.entries.flatMap((entry, index): Entry[] => {
      if (source.page === undefined) {
        tried.interfaceMessages += 1;
        // With another msgid than the English of the code.
        const foreign = `${entry.id} ${bad(index)}`;
        return [
          { ...newEntry(foreign, entry.context), text: foreign },
          { ...entry, text: `${entry.id} ${shown}` },
        ];
      }
      if (!head.has(entry.id))
        return [{ ...entry, text: `En français : ${entry.id}` }];
      tried.frontMatterFields += 1;
      const text = isRefused ? bad(index) : shown;
      return [{ ...entry, text: `${entry.id} ${text}` }];
    });
    const file = join(folder, merged.file);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, printPo({ header: merged.header, entries }));
  }
  return tried;
}

/** Runs in a page. Lists texts that have become elements or code. */
export function injected(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    for (const attribute of element.attributes) {
      const { name: key, value } = attribute;
      const isCode =
        /^(?:href|src|srcdoc|action|formaction|style)$/.test(key) &&
        value.includes('evil');
      if (key.startsWith('on') || isCode) {
        found.push(`<${name} ${key}="${value}">`);
      }
    }
    const isData = element.getAttribute('type') === 'application/ld+json';
    if (
      (name === 'script' || name === 'style') &&
      !isData &&
      element.textContent.includes('evil')
    ) {
      found.push(`<${name}>${element.textContent}`);
    }
  }
  return found;
}
