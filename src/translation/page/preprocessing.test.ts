import { load } from 'cheerio';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { MarkdownSyntax } from './markdown-syntax.ts';
import { readPage } from './read-page.ts';
import { renderPage, strictSyntax } from '../testing/docusaurus-page.ts';
import {
  catalogueWith,
  englishPage,
  expectAllWordsInMessages,
  expectSamePage,
  messagesOf,
  translatedPage,
} from '../testing/translated-page.ts';

/** Defaults of Docusaurus. */
const compatible: MarkdownSyntax = {};
const plain: MarkdownSyntax = { format: 'md' };

const pages: Record<string, [source: string, syntax: MarkdownSyntax]> = {
  'an id with a backslash': [
    '## Options \\{#my-options}\n\nWords.\n',
    strictSyntax,
  ],
  'an id that touches its heading': ['## Options\\{#id}\n', strictSyntax],
  'an id behind code and emphasis': [
    '## The `port` *option* \\{#port}\n',
    strictSyntax,
  ],
  'an id behind nothing but code': ['## `port` \\{#port}\n', strictSyntax],
  'an id of capitals and dots': ['## Options \\{#My.Options}\n', strictSyntax],
  'an id in a comment': ['## Options {/* #my-options */}\n', strictSyntax],
  'an id and closing marks': ['## Options \\{#id} ##\n', strictSyntax],
  'a heading with a line below it': [
    'Options \\{#id}\n=======\n',
    strictSyntax,
  ],
  'two headings of one name': [
    '## Options \\{#id}\n\n## Options\n',
    strictSyntax,
  ],
  'an id without a backslash': ['## Options {#my-options}\n', compatible],
  'a comment of HTML': [
    'One.\n\n<!-- A note\nfor writers. -->\n\nTwo <!-- aside --> three.\n',
    compatible,
  ],
  'a title behind the name of a note': [
    ':::note A *title*\n\nWords.\n\n:::\n',
    compatible,
  ],
  'a title in a quotation': [
    '> :::tip Title\n>\n> Words.\n>\n> :::\n',
    compatible,
  ],
  'a block of MDX in a fence': [
    '```mdx-code-block\n<Term>\n```\n\nWords.\n\n```mdx-code-block\n</Term>\n```\n',
    compatible,
  ],
  'plain Markdown with braces and angle brackets': [
    'A set {a, b} where a < b and Map<string, number> stays.\n',
    plain,
  ],
  'plain Markdown with HTML': [
    '## Options {#id}\n\nPress <kbd>Enter</kbd> now.<br>Go to <https://example.org>.\n\n<div>\n\nInside.\n\n</div>\n',
    plain,
  ],
  'plain Markdown with an id in a comment': [
    '## Options <!-- #my-options -->\n',
    plain,
  ],
};

describe.each(Object.entries(pages))('%s', (_, [source, syntax]) => {
  test('is unchanged if every message is translated as itself', () =>
    expectSamePage(source, { syntax }));

  test('has all words in messages', () =>
    expectAllWordsInMessages(source, { syntax }));

  test("has Docusaurus' heading ids in every language", async () => {
    const idsOf = (html: string) =>
      load(html)('h1, h2')
        .toArray()
        .map((heading) => heading.attribs['id']);
    const { html } = await renderPage(source, { plugins: [], syntax });
    const german = catalogueWith(await messagesOf(source, syntax), ({ id }) =>
      id.replaceAll('Options', 'Optionen'),
    );
    const translated = await translatedPage(source, german, { syntax });
    expect(idsOf(translated.html)).toEqual(idsOf(html));
    expect(idsOf((await englishPage(source, { syntax })).html)).toEqual(
      idsOf(html),
    );
    expect(load(translated.html).text()).not.toMatch(/Options|\{#/);
  });
});

test('excludes heading ids from messages', async () => {
  const ids = await messagesOf('## The `port` \\{#port}\n', strictSyntax);
  expect(ids.map(({ id }) => id)).toEqual(['The `port`']);
});

test("uses the format of a page's front matter and the site's preprocessor", async () => {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(root, 'docs'));
  writeFileSync(
    join(root, 'docs/page.mdx'),
    '---\ntitle: T\nmdx:\n  format: md\n---\n\nA set {a, b} of NAME.\n\n## Options {#id}\n',
  );
  const page = await readPage(root, 'docs/page.mdx', {
    beforeTranslation: [],
    markdown: {
      preprocessor: ({ fileContent }) =>
        fileContent.replaceAll('NAME', 'letters'),
    },
  });
  expect(page.messages.map(({ id, line }) => [id, line])).toEqual([
    ['T', 1],
    ['A set {a, b} of letters.', 7],
    ['Options', 9],
  ]);
  rmSync(root, { recursive: true });
});
