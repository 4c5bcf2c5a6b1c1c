import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readSite } from '../../src/translation/catalogues.ts';
import type { Content } from '../../src/translation/content.ts';
import { printPo } from '../../src/translation/po-write.ts';
import { generatedLocales, generatedPage } from './generated-page.ts';

const [sourceLocale = 'en', ...translations] = generatedLocales;

/**
 * Writes a site whose pages are translated by catalogues.
 *
 * @param folder an empty folder of this repository, so that packages are found
 * @param pages how many
 */
export async function writeTranslatedSite(
  folder: string,
  pages: number,
): Promise<void> {
  await writeSite(folder, pages, translatedConfig);
  const content: Content = {
    docsDir: 'docs',
    catalogueDir: 'catalogues',
    sourceDir: 'src',
    defaultLocale: sourceLocale,
    locales: generatedLocales,
    beforeTranslation: [],
    interfaceMessages: {},
  };
  const site = await readSite(folder, content, 'content.ts');
  for (const locale of translations) {
    // The same blocks in the same order: the messages of the page in that language are the translations.
    const said = join(folder, '.said', locale);
    await writePages(join(said, 'docs'), pages, locale);
    const inLocale = await readSite(said, content, 'content.ts');
    const texts = new Map(
      inLocale.sources.map(({ file, messages }) => [file, messages]),
    );
    for (const { merged, source } of site.localized.filter(
      (localized) => localized.locale === locale,
    )) {
      const translated = texts.get(source.file) ?? [];
      source.messages.forEach(({ id, context }, index) => {
        const entry = merged.entries.find(
          (own) => own.id === id && own.context === context,
        );
        if (entry) entry.text = translated[index]?.id ?? '';
      });
      await write(join(folder, merged.file), printPo(merged));
    }
  }
  await rm(join(folder, '.said'), { recursive: true });
}

/**
 * Writes the same site as Docusaurus itself translates it: a copy of each page
 * in each language, and no catalogue.
 *
 * @param folder an empty folder of this repository
 * @param pages how many
 */
export async function writeCopiedSite(
  folder: string,
  pages: number,
): Promise<void> {
  await writeSite(folder, pages, copiedConfig);
  for (const locale of translations) {
    await writePages(
      join(folder, 'i18n', locale, 'docusaurus-plugin-content-docs/current'),
      pages,
      locale,
    );
  }
}

async function writeSite(
  folder: string,
  pages: number,
  config: string,
): Promise<void> {
  await writePages(join(folder, 'docs'), pages, sourceLocale);
  // What Docusaurus generates is CommonJS.
  await write(join(folder, 'package.json'), '{ "private": true }\n');
  await write(join(folder, 'docusaurus.config.ts'), config);
}

async function writePages(
  folder: string,
  pages: number,
  locale: string,
): Promise<void> {
  for (let page = 0; page < pages; page += 1) {
    await write(join(folder, `page-${page}.mdx`), generatedPage(page, locale));
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

const common = `
  title: 'Generated',
  url: 'https://example.org',
  baseUrl: '/',
  trailingSlash: false,
  future: { v4: true },
`;

const copiedConfig = `export default {${common}
  i18n: { defaultLocale: 'en', locales: ${JSON.stringify(generatedLocales)} },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};
`;

const translatedConfig = `import { currentLocale, frontMatterTranslation, remarkTranslation, translationPlugin } from '../../../src/translation/index.ts';

const translation = {
  root: __dirname,
  docsDir: 'docs',
  catalogueDir: 'catalogues',
  defaultLocale: 'en',
  locale: currentLocale(${JSON.stringify(generatedLocales)}, 'en'),
};

export default {${common}
  i18n: { defaultLocale: 'en', locales: ${JSON.stringify(generatedLocales)} },
  markdown: { parseFrontMatter: frontMatterTranslation(translation) },
  plugins: [translationPlugin(translation)],
  presets: [['classic', {
    docs: { routeBasePath: '/', beforeDefaultRemarkPlugins: [[remarkTranslation, translation]] },
    blog: false,
  }]],
};
`;
