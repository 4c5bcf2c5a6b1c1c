import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { createProcessorUncached } from '@docusaurus/mdx-loader/lib/processor.js';
import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';
import type { PluggableList } from 'unified';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import {
  currentLocale,
  frontMatterTranslation,
  interfaceText,
  remarkTranslation,
  type TranslationOptions,
} from './index.ts';
import { readCatalogue } from './catalogue/catalogue-files.ts';

const page = `---
title: Rooms
description: About rooms.
---

## Where it lives

:::note[Take care]
Inside.
:::

## The <Badge of="a#b" /> room

## At [=code]: [closed][=closed]

## Own id {/* #own-id */}

## Where it lives

[=code]: chat.json#code
[=closed]: chat.json#end "closed"
`;

const catalogue = `msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "title"
msgid "Rooms"
msgstr "Räume"

msgid "Where it lives"
msgstr "Wo es liegt"

msgid "Take care"
msgstr "Vorsicht"

msgid "The <Badge of=\\"a#b\\" /> room"
msgstr "Der Raum <Badge of=\\"a#b\\" />"

msgid "At [=code]: [closed][=closed]"
msgstr "[Geschlossen][=closed] mit [=code]"

msgid "Own id"
msgstr "Eigene Kennung"

msgid "Inside."
msgstr "\`Drinnen\`."
`;

let root: string;

function write(file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function options(locale: string): TranslationOptions {
  return {
    root,
    docsDir: 'docs',
    catalogueDir: 'i18n',
    defaultLocale: 'en',
    locale,
  };
}

async function compile(
  locale: string,
  ...before: PluggableList
): Promise<string> {
  const filePath = join(root, 'docs/rooms.mdx');
  const processor = await createProcessorUncached({
    format: 'mdx',
    options: {
      beforeDefaultRemarkPlugins: [
        ...before,
        [remarkTranslation, options(locale)],
      ],
      admonitions: true,
      staticDirs: [],
      siteDir: root,
      markdownConfig: {
        format: 'mdx',
        mermaid: false,
        emoji: true,
        mdx1Compat: { comments: false, admonitions: false, headingIds: false },
        anchors: { maintainCase: false },
        remarkRehypeOptions: {},
        parseFrontMatter: DEFAULT_PARSE_FRONT_MATTER,
        hooks: {
          onBrokenMarkdownLinks: 'throw',
          onBrokenMarkdownImages: 'throw',
        },
      },
    } as unknown as Parameters<typeof createProcessorUncached>[0]['options'],
  });
  const { content } = await DEFAULT_PARSE_FRONT_MATTER({
    filePath,
    fileContent: page,
  });
  const result = await processor.process({
    content,
    filePath,
    frontMatter: {},
    compilerName: 'client',
  });
  return result.content;
}

/** Returns the ids and texts of headings from the table of contents. */
function contents(code: string): [string, string][] {
  return [...code.matchAll(/"value": "([^"]*)",\s*"id": "([^"]*)"/g)].map(
    ([, value = '', id = '']) => [id, value],
  );
}

let warnings: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'site-'));
  write('docs/rooms.mdx', page);
  write('i18n/de/docs/rooms.po', catalogue);
  warnings = [];
  vi.spyOn(console, 'warn').mockImplementation((line: string) => {
    warnings.push(line);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

describe('Docusaurus', () => {
  test('keeps the ids of English headings in the page and its table of contents', async () => {
    const ids = [
      'where-it-lives',
      'the--room',
      'at--closed',
      'own-id',
      'where-it-lives-1',
    ];
    const english = await compile('en');
    const german = await compile('de');
    expect(contents(english).map(([id]) => id)).toEqual(ids);
    expect(contents(german)).toEqual([
      ['where-it-lives', 'Wo es liegt'],
      ['the--room', 'Der Raum <Badge></Badge>'],
      ['at--closed', 'Geschlossen mit =code'],
      ['own-id', 'Eigene Kennung'],
      ['where-it-lives-1', 'Wo es liegt'],
    ]);
    for (const id of ids) expect(german).toContain(`id: "${id}"`);
  });

  test('translates the title of an admonition', async () => {
    expect(await compile('de')).toContain('title: "Vorsicht"');
  });

  test('shows the English of a refused message and reports its location', async () => {
    expect(await compile('de')).toMatch(
      /lang: "en",\s*"data-translation": "missing",\s*children: "Inside\."/,
    );
    expect(warnings).toEqual([
      '[translation] i18n/de/docs/rooms.po:24: the translation has a code span that the English lacks; there is `Drinnen`; remove it, or escape it with a backslash if it is meant as text.',
    ]);
  });

  test('reads a catalogue again after a change', async () => {
    await compile('de');
    write('i18n/de/docs/rooms.po', catalogue.replace('Vorsicht', 'Achtung'));
    const path = join(root, 'i18n/de/docs/rooms.po');
    utimesSync(path, new Date(), new Date(Date.now() + 1000));
    expect(await compile('de')).toContain('title: "Achtung"');
  });

  test('evicts the catalogue of a translated page in a build', async () => {
    const file = 'i18n/de/docs/rooms.po';
    const before = readCatalogue(root, file);
    await compile('de');
    expect(readCatalogue(root, file)).not.toBe(before);
  });

  test('leaves a page without a catalogue unchanged, with its language in the layout', async () => {
    const chinese = await compile('zh-Hans');
    expect(contents(chinese)[0]).toEqual(['where-it-lives', 'Where it lives']);
    expect(chinese).toBe(await compile('en'));
  });
});

test('translates front matter', async () => {
  const parse = frontMatterTranslation(options('de'));
  const params = {
    filePath: join(root, 'docs/rooms.mdx'),
    fileContent: page,
    defaultParseFrontMatter: DEFAULT_PARSE_FRONT_MATTER,
  };
  expect((await parse(params)).frontMatter).toEqual({
    title: 'Räume',
    description: 'About rooms.',
    translation: { shown: true, share: 1, drafts: 'none' },
  });
  expect(
    (await parse({ ...params, filePath: join(root, 'src/pages/x.mdx') }))
      .frontMatter['title'],
  ).toBe('Rooms');
});

test('looks up a text of the configuration by its id', () => {
  write(
    'i18n/de/interface.po',
    'msgctxt "navbar.guide"\nmsgid "Guide"\nmsgstr "Anleitung"\n',
  );
  const messages = { 'navbar.guide': 'Guide', 'footer.more': 'More' };
  const text = interfaceText(options('de'), messages);
  expect([text('navbar.guide'), text('footer.more')]).toEqual([
    'Anleitung',
    'More',
  ]);
  expect(interfaceText(options('en'), messages)('navbar.guide')).toBe('Guide');
});

test.each([
  ['de', 'de'],
  ['undefined', 'en'],
  ['fr', 'en'],
  [undefined, 'en'],
])('the locale %s of the environment becomes %s', (value, expected) => {
  vi.stubEnv('DOCUSAURUS_CURRENT_LOCALE', value);
  expect(currentLocale(['en', 'de'], 'en')).toBe(expected);
  vi.unstubAllEnvs();
});
