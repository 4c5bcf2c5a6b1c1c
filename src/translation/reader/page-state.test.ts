import { describe, expect, test } from 'vitest';

import { newCatalogue, newEntry } from '../catalogue/catalogue.ts';
import { isPartial, isShown, titleGap } from './page-state.ts';
import { pageTranslationOf } from './page-translation.ts';
import { marksOf, readerWords } from './words.ts';

/** Creates a catalogue with some translated messages. */
function catalogueOf(translated: number, all: number, fuzzy = false) {
  return newCatalogue(
    'de.po',
    newEntry(''),
    Array.from({ length: all }, (_, index) => ({
      ...newEntry(`${index}`, 'title'),
      text: index < translated ? `t${index}` : '',
      fuzzy,
    })),
  );
}

describe('a page is shown in its language', () => {
  test.each([
    [3, 10, false, true],
    [2, 10, false, false],
    [10, 10, true, false],
    [0, 0, false, false],
  ])('%i of %i messages, outdated %s: %s', (translated, all, fuzzy, shown) => {
    expect(isShown('a.mdx', catalogueOf(translated, all, fuzzy))).toBe(shown);
  });

  test('partials count each paragraph separately', () => {
    expect(isShown('_part.mdx', catalogueOf(0, 10))).toBe(true);
    expect(isPartial('_parts/a.mdx')).toBe(true);
    expect(isPartial('guide/_parts/a.mdx')).toBe(true);
    expect(isPartial('guide/my_part.mdx')).toBe(false);
  });
});

describe('a title', () => {
  const marks = marksOf(readerWords({}, 'de', 'en'));
  const missing = { gap: 'missing', note: marks.missing };

  test.each([
    ['is translated', '0', 't0', {}],
    ['was refused', '0', '0', { title: missing }],
    ['is not translated', '1', '1', { title: missing }],
    ['is in no catalogue', 'x', 'x', { title: missing }],
  ])('that %s', (_, english, translated, expected) => {
    expect(
      titleGap(
        { title: english },
        { title: translated },
        catalogueOf(1, 2),
        marks,
      ),
    ).toEqual(expected);
  });

  test('that is a heading of the page', () => {
    expect(titleGap({}, {}, catalogueOf(1, 2), marks)).toEqual({});
  });
});

test("the layout accepts only the translation's own data", () => {
  const translation = { shown: true, share: 1, drafts: 'none' };
  expect(pageTranslationOf({ translation })).toBe(translation);
  expect(pageTranslationOf({ translation: 'by me' })).toBeUndefined();
  expect(pageTranslationOf({})).toBeUndefined();
});
