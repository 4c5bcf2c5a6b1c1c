import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { check } from './commands/check.ts';
import { update } from './commands/update.ts';
import { type Content, readContent } from './content.ts';
import { readSite } from './catalogue/site.ts';
import { formatProblem } from './problem.ts';

/** Root of a Docusaurus site that uses only this package of the repository. */
let root: string;

const german: Readonly<Record<string, string>> = {
  'Brew coffee': 'Brühe Kaffee',
  'Grind the beans, then run `brew`.':
    'Mahle die Bohnen, dann führe `brew` aus.',
  'Wait here.': 'Warte hier.',
  Tip: 'Tipp',
  Machines: 'Maschinen',
  'All machines': 'Alle Maschinen',
  'Espresso machine': 'Espressomaschine',
  'Nine bars of pressure.': 'Neun Bar Druck.',
  'Coffee guide': 'Kaffee-Anleitung',
};

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeAll(async () => {
  const cache = fileURLToPath(
    new URL('../../node_modules/.cache/', import.meta.url),
  );
  mkdirSync(cache, { recursive: true });
  root = mkdtempSync(join(cache, 'foreign-translation-'));
  const source = relative(root, dirname(fileURLToPath(import.meta.url)));
  // Docusaurus generates CommonJS modules.
  write('package.json', '{ "private": true }\n');
  write(
    'site.config.ts',
    `export const siteConfig = {
  docsDir: 'handbook',
  catalogueDir: 'translations',
  locales: ['en', 'de'],
  markdown: { mdx1Compat: { comments: false, admonitions: false, headingIds: false } },
  interfaceMessages: { 'site.title': 'Coffee guide' },
};
`,
  );
  write(
    'docusaurus.config.ts',
    `import { siteConfig } from './site.config';
import { currentLocale, frontMatterTranslation, interfaceText, remarkTranslation, translationPlugin } from '${source}/index.ts';

const translation = {
  ...siteConfig,
  root: __dirname,
  defaultLocale: 'en',
  locale: currentLocale(siteConfig.locales, 'en'),
};

export default {
  title: interfaceText(translation, siteConfig.interfaceMessages)('site.title'),
  url: 'https://example.org',
  baseUrl: '/',
  future: { v4: true },
  i18n: { defaultLocale: 'en', locales: siteConfig.locales, path: '.docusaurus/i18n', localeConfigs: { de: { translate: true } } },
  markdown: { parseFrontMatter: frontMatterTranslation(translation) },
  plugins: [translationPlugin(translation)],
  presets: [['classic', {
    docs: {
      path: 'handbook',
      routeBasePath: '/',
      sidebarPath: undefined,
      beforeDefaultRemarkPlugins: [[remarkTranslation, translation]],
    },
    blog: false,
  }]],
};
`,
  );
  write(
    'handbook/index.mdx',
    `---
slug: /
---

# Brew coffee

Grind the beans, then run \`brew\`.

:::tip[Tip]
Wait here.
:::
`,
  );
  write(
    'handbook/machines/_category_.json',
    JSON.stringify({
      label: 'Machines',
      link: { type: 'generated-index', title: 'All machines', slug: 'all' },
    }),
  );
  write(
    'handbook/machines/espresso.md',
    `---
title: Espresso machine
---

Nine bars of pressure.

Not translated.
`,
  );
  const content: Content = await readContent(root);
  update(await readSite(root, content));
  for (const { catalogue } of (await readSite(root, content)).localized) {
    const path = join(root, catalogue.file);
    const text = Object.entries(german).reduce(
      (all, [id, translation]) =>
        all.replace(
          `msgid ${JSON.stringify(id)}\nmsgstr ""`,
          `msgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(translation)}`,
        ),
      readFileSync(path, 'utf8'),
    );
    writeFileSync(path, text);
  }
  const docusaurus = createRequire(import.meta.url).resolve(
    '@docusaurus/core/bin/docusaurus.mjs',
  );
  execFileSync(process.execPath, [docusaurus, 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const page = (path: string) =>
  load(readFileSync(join(root, 'build', path), 'utf8'));

test('pages are translated from their catalogues', () => {
  const $ = page('de/index.html');
  expect($('article h1').text()).toBe('Brühe Kaffee');
  expect($('article p').first().html()).toBe(
    'Mahle die Bohnen, dann führe <code>brew</code> aus.',
  );
  expect($('article .theme-admonition').text()).toBe('TippWarte hier.');
  expect(page('index.html')('article h1').text()).toBe('Brew coffee');
});

test('the title of a page can be its first heading', () => {
  const $ = page('de/index.html');
  expect($('title').text()).toBe('Brühe Kaffee | Kaffee-Anleitung');
  expect($('.menu').text()).toContain('Brühe Kaffee');
});

test('categories and generated indexes are translated', () => {
  const $ = page('de/all/index.html');
  expect($('h1').text()).toBe('Alle Maschinen');
  expect($('.menu').text()).toContain('Maschinen');
  expect($('article').text()).toContain('Espressomaschine');
});

test('an untranslated message is shown in English, and the check reports it', async () => {
  const $ = page('de/machines/espresso/index.html');
  expect($('[lang=en]').text()).toContain('Not translated.');
  const site = await readSite(root, await readContent(root));
  expect((await check(site)).map(formatProblem)).toEqual([
    'translations/de/handbook/machines/espresso.po:26: this message has no translation; there is only "Not translated."; write its msgstr.',
  ]);
});
