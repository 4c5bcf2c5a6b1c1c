import { expect, test } from 'vitest';

import { type Entry, newCatalogue, newEntry } from './catalogue.ts';
import type { Localized } from './catalogues.ts';
import { fillFromElsewhere } from './compendium.ts';
import { headerFields } from './provenance.ts';

function page(
  name: string,
  entries: readonly Partial<Entry>[],
  header: Partial<Record<keyof typeof headerFields, string>> = {},
  locale = 'de',
): Localized {
  const file = `i18n/${locale}/docs/${name}.po`;
  const lines = Object.entries(header).map(
    ([key, value]) =>
      `${headerFields[key === 'by' ? 'by' : 'reviewed']}: ${value}\n`,
  );
  const catalogue = newCatalogue(
    file,
    { ...newEntry(''), text: lines.join('') },
    entries.map((entry) => ({ ...newEntry('One.'), ...entry })),
  );
  return {
    source: { file: `docs/${name}.mdx`, messages: [] },
    locale,
    catalogue,
    merged: catalogue,
    counts: { stale: 0, carriedOver: 0, added: 0, gone: 0 },
    text: '',
  };
}

function textsOf({ merged }: Localized): string[] {
  return merged.entries.map(({ text }) => text);
}

test('an open message takes the translation of another page', () => {
  const pages = [page('a', [{ text: 'Eins.' }]), page('b', [{}])];
  expect(fillFromElsewhere(pages)).toEqual(new Map([['de', 1]]));
  expect(pages.map(textsOf)).toEqual([['Eins.'], ['Eins.']]);
  expect(pages[1]?.text).toContain('msgstr "Eins."');
});

test.each([
  ['another context', { context: 'code', text: 'Eins.' }],
  ['a stale translation', { fuzzy: true, text: 'Eins.' }],
  ['an obsolete one', { obsolete: true, text: 'Eins.' }],
  ['no translation', {}],
])('it takes nothing from %s', (_, entry) => {
  const pages = [page('a', [entry]), page('b', [{}])];
  expect(fillFromElsewhere(pages)).toEqual(new Map());
  expect(pages.map(textsOf)[1]).toEqual(['']);
});

test('it takes nothing from another language, and nothing where pages differ', () => {
  const chinese = page('a', [{ text: '一。' }], {}, 'zh-Hans');
  const pages = [
    chinese,
    page('a', [{ text: 'Eins.' }]),
    page('b', [{ text: 'Eines.' }]),
    page('c', [{}]),
  ];
  expect(fillFromElsewhere(pages)).toEqual(new Map());
});

test('what is translated stays, also where it is stale', () => {
  const pages = [
    page('a', [{ text: 'Eins.' }]),
    page('b', [{ text: 'Alt.', fuzzy: true }]),
    page('c', [{ text: 'Alt.', obsolete: true }]),
  ];
  fillFromElsewhere(pages);
  expect(pages.map(textsOf)).toEqual([['Eins.'], ['Alt.'], ['Alt.']]);
});

test('who made and who read it goes along, where the header does not say so', () => {
  const pages = [
    page('a', [{ text: 'Eins.' }], { by: 'Ana', reviewed: 'Bo' }),
    page('b', [{}], { by: 'machine', reviewed: 'Cy' }),
    page('c', [{}], { by: 'Ana', reviewed: 'Bo' }),
  ];
  fillFromElsewhere(pages);
  expect(
    pages.map(({ merged }) => merged.entries[0]?.translatorComments),
  ).toEqual([[], ['by: Ana', 'reviewed: Bo'], []]);
});
