import { load } from 'cheerio';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';

import { readPo } from '../catalogue/po.ts';
import { renderPage } from '../testing/docusaurus-page.ts';
import {
  catalogueWith,
  german,
  messagesOf,
} from '../testing/translated-page.ts';
import {
  markOriginals,
  type TranslatedPage,
  translatePage,
} from './translate-page.ts';
import { marksOf, readerWords } from './words.ts';

const marks = marksOf(
  readerWords(
    {
      'translation.changed': 'Geändert',
      'translation.missing': 'Fehlt',
      'translation.draft': 'Entwurf',
    },
    'de',
    'en',
  ),
);

async function translated(source: string, po: string) {
  let page: TranslatedPage | undefined;
  const plugin = () => (tree: Root, file: VFile) => {
    page = translatePage(tree, String(file), {
      catalogue: readPo(po, 'de.po'),
      sourceLanguage: 'en',
      characters: german,
      marks,
    });
  };
  const { html, contents } = await renderPage(source, { plugins: [plugin] });
  if (page === undefined) throw new Error('no page');
  return { $: load(html, null, false), contents, ...page };
}

function entry(id: string, text: string, before = ''): string {
  return `${before}msgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(text)}\n\n`;
}

const outdated = '#, fuzzy\n#| msgid "Before."\n';
const machine =
  'msgid ""\nmsgstr ""\n"X-Translated-By: machine\\n"\n"X-Reviewed-By: machine\\n"\n\n';

describe('a paragraph', () => {
  test.each([
    ['current', entry('One.', 'Eins.'), '<p>Eins.</p>'],
    [
      'outdated',
      entry('One.', 'Null.', outdated),
      '<p><span lang="en" data-translation="changed">One.</span><small class="translation-note" lang="de" data-pagefind-ignore="">Geändert</small></p>',
    ],
    [
      'never accepted',
      entry('One.', 'Eins?', '#, fuzzy\n'),
      '<p><span lang="en" data-translation="missing">One.</span><small class="translation-note" lang="de" data-pagefind-ignore="">Fehlt</small></p>',
    ],
    [
      'not translated',
      entry('One.', ''),
      '<p><span lang="en" data-translation="missing">One.</span><small class="translation-note" lang="de" data-pagefind-ignore="">Fehlt</small></p>',
    ],
    [
      'in no catalogue',
      entry('Two.', 'Zwei.'),
      '<p><span lang="en" data-translation="missing">One.</span><small class="translation-note" lang="de" data-pagefind-ignore="">Fehlt</small></p>',
    ],
    [
      'refused',
      entry('One.', '`Eins`.'),
      '<p><span lang="en" data-translation="missing">One.</span><small class="translation-note" lang="de" data-pagefind-ignore="">Fehlt</small></p>',
    ],
    [
      'a draft',
      entry('One.', 'Eins.', '# by: machine\n') + entry('Two.', 'Zwei.'),
      '<p data-translation="draft">Eins.<small class="translation-note" lang="de" data-pagefind-ignore="">Entwurf</small></p>',
    ],
    [
      'a draft that a person has read',
      entry('One.', 'Eins.', '# by: machine\n# reviewed: Ada\n'),
      '<p>Eins.</p>',
    ],
  ])('that is %s', async (_, po, expected) => {
    const { $ } = await translated('One.', po);
    $('p').removeAttr('data-message');
    expect($('p').toString()).toBe(expected);
  });
});

test('an element that can contain only text gets no child element', async () => {
  const { $ } = await translated(
    '<head>\n  <title>In the tab</title>\n</head>\n\n<select><option>One</option></select>',
    '',
  );
  expect($('title').html()).toBe('In the tab');
  expect($('option').prop('outerHTML')).toBe('<option lang="en">One</option>');
});

test('a page of drafts has one note instead of one for each paragraph', async () => {
  const { $, translation } = await translated(
    'One.\n\nTwo.',
    machine + entry('One.', 'Eins.') + entry('Two.', 'Zwei.'),
  );
  expect(translation).toEqual({ share: 1, drafts: 'all' });
  expect($('small').length).toBe(0);
});

test("a note isn't in the table of contents and doesn't break explicit ids", async () => {
  const { $, contents } = await translated('## One {/* #own */}\n\n## Two', '');
  expect(contents).toEqual([
    { value: 'One', id: 'own', level: 2 },
    { value: 'Two', id: 'two', level: 2 },
  ]);
  const heading = $('h2#own');
  expect(heading.attr('data-translation')).toBe('missing');
  expect(heading.attr('lang')).toBe('en');
  expect(heading.children('small').text()).toBe('Fehlt');
});

test('an untranslated note is in English', () => {
  const words = readerWords({}, 'de', 'en');
  expect(words('translation.missing')).toEqual({
    text: 'English: not translated yet',
    language: 'en',
  });
});

test('counts attributes, comments and front matter', async () => {
  const source = 'One `two`.\n\n<Card title="Three" />\n\n```ts\n// Four.\n```';
  const head =
    'msgctxt "title"\n' +
    entry('Head', 'Kopf') +
    entry('About `it`.', 'Über es.') +
    entry('One `two`.', 'Eins.') +
    'msgctxt "title"\n' +
    entry('Three', 'Drei');
  const { problems, translation } = await translated(
    source,
    head + '#~ msgid "Gone."\n#~ msgstr "Weg."\n',
  );
  // Shown: Head, Three. Not shown: two refused, and the comment that the catalogue lacks.
  expect(translation).toEqual({ share: 2 / 5, drafts: 'none' });
  expect(problems.length).toBe(1);
});

test('every block has the mark of its original', async () => {
  const source = `# Title

Loose *words*.

- tight [link](https://example.org)
- item

  with more

1. one
2. two
   - nested

> quoted

| a | b |
| - | - |
| c | \`d\` |

:::note[Label]

Noted.

:::

- [ ] to do
`;
  const catalogue = catalogueWith(
    await messagesOf(source),
    ({ id }) => `${id} x`,
  );
  const original = () => (tree: Root, file: VFile) =>
    markOriginals(tree, String(file));
  const translated = () => (tree: Root, file: VFile) => {
    const { problems } = translatePage(tree, String(file), {
      catalogue,
      sourceLanguage: 'en',
      characters: german,
      marks,
    });
    expect(problems).toEqual([]);
  };
  const [english, other] = await Promise.all(
    [original, translated].map(async (plugin) => {
      const { html } = await renderPage(source, { plugins: [plugin] });
      const $ = load(html, null, false);
      return $('[data-message]')
        .map((_, block) => ({
          mark: `${block.tagName} ${$(block).attr('data-message')}`,
          text: $(block).text(),
        }))
        .get();
    }),
  );
  const texts = english?.map(({ text }) => text);
  expect(texts).toEqual([
    'Title',
    'Loose words.',
    'tight link',
    'item',
    'with more',
    'one',
    'two',
    'nested',
    'quoted',
    'a',
    'b',
    'c',
    'Noted.',
    'to do',
  ]);
  expect(other?.map(({ mark }) => mark)).toEqual(
    english?.map(({ mark }) => mark),
  );
  expect(other?.map(({ text }) => text)).toEqual(
    texts?.map((text) => `${text} x`),
  );
});
