import { expect, test } from 'vitest';

import { type Entry, newCatalogue, newEntry } from './catalogue.ts';
import type { Localized } from './site.ts';
import { fillFromOtherPages } from './fill.ts';
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
    counts: { outdated: 0, carriedOver: 0, added: 0, gone: 0 },
    text: '',
  };
}

function textsOf({ merged }: Localized): string[] {
  return merged.entries.map(({ text }) => text);
}

test('fills an untranslated message from another page', () => {
  const pages = [page('a', [{ text: 'Eins.' }]), page('b', [{}])];
  expect(fillFromOtherPages(pages)).toEqual(new Map([['de', 1]]));
  expect(pages.map(textsOf)).toEqual([['Eins.'], ['Eins.']]);
  expect(pages[1]?.text).toContain('msgstr "Eins."');
});

test.each([
  ['another context', { context: 'code', text: 'Eins.' }],
  ['an outdated translation', { fuzzy: true, text: 'Eins.' }],
  ['an obsolete one', { obsolete: true, text: 'Eins.' }],
  ['no translation', {}],
])("doesn't fill from %s", (_, entry) => {
  const pages = [page('a', [entry]), page('b', [{}])];
  expect(fillFromOtherPages(pages)).toEqual(new Map());
  expect(pages.map(textsOf)[1]).toEqual(['']);
});

test("doesn't fill from another language or from pages that differ", () => {
  const chinese = page('a', [{ text: '一。' }], {}, 'zh-Hans');
  const pages = [
    chinese,
    page('a', [{ text: 'Eins.' }]),
    page('b', [{ text: 'Eines.' }]),
    page('c', [{}]),
  ];
  expect(fillFromOtherPages(pages)).toEqual(new Map());
});

test('keeps existing translations, including outdated ones', () => {
  const pages = [
    page('a', [{ text: 'Eins.' }]),
    page('b', [{ text: 'Alt.', fuzzy: true }]),
    page('c', [{ text: 'Alt.', obsolete: true }]),
  ];
  fillFromOtherPages(pages);
  expect(pages.map(textsOf)).toEqual([['Eins.'], ['Alt.'], ['Alt.']]);
});

test('copies the translator and the reviewer if the header differs', () => {
  const pages = [
    page('a', [{ text: 'Eins.' }], { by: 'Ana', reviewed: 'Bo' }),
    page('b', [{}], { by: 'machine', reviewed: 'Cy' }),
    page('c', [{}], { by: 'Ana', reviewed: 'Bo' }),
  ];
  fillFromOtherPages(pages);
  expect(
    pages.map(({ merged }) => merged.entries[0]?.translatorComments),
  ).toEqual([[], ['by: Ana', 'reviewed: Bo'], []]);
});
