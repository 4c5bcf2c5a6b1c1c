import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readSite } from '../../src/translation/catalogue/site.ts';
import type { Content } from '../../src/translation/content.ts';
import { printPo } from '../../src/translation/catalogue/po.ts';
import { generatedLocales, generatedPage } from './generated-page.ts';

const [sourceLocale = 'en', ...translations] = generatedLocales;

/**
 * Writes a site with catalogues.
 *
 * @param folder an empty folder in this repository
 * @param pages their number
 */
export async function writeTranslatedSite(
  folder: string,
  pages: number,
): Promise<void> {
  await writeSite(folder, pages, translatedConfig);
  const content: Content = {
    docsDir: 'docs',
    configFile: 'site.config.ts',
    catalogueDir: 'catalogues',
    sourceDir: 'src',
    defaultLocale: sourceLocale,
    locales: generatedLocales,
    beforeTranslation: [],
    interfaceMessages: {},
  };
  const site = await readSite(folder, content);
  for (const locale of translations) {
    // Pages have the same blocks in the same order, so the messages of the translated page are the translations.
    const translated = join(folder, '.translated', locale);
    await writePages(join(translated, 'docs'), pages, locale);
    const inLocale = await readSite(translated, content);
    const texts = new Map(
      inLocale.sources.map(({ file, messages }) => [file, messages]),
    );
    for (const { merged, source } of site.localized.filter(
      (localized) => localized.locale === locale,
    )) {
      const messages = texts.get(source.file) ?? [];
      source.messages.forEach(({ id, context }, index) => {
        const entry = merged.entries.find(
          (one) => one.id === id && one.context === context,
        );
        if (entry) entry.text = messages[index]?.id ?? '';
      });
      await write(join(folder, merged.file), printPo(merged));
    }
  }
  await rm(join(folder, '.translated'), { recursive: true });
}

/**
 * Writes the same site with a copy of each page in each language, as in plain Docusaurus.
 *
 * @param folder an empty folder in this repository
 * @param pages their number
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
  // Docusaurus generates CommonJS.
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
