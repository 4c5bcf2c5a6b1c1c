import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Entry, newEntry } from '../catalogue/catalogue.ts';
import { parseInlines } from './inline.ts';
import { readTranslations } from './read-translations.ts';
import { generatedSeed } from '../testing/generated-seed.ts';
import { german } from '../testing/translated-page.ts';

const references = { definitions: ['docs'], footnotes: ['1'] };

function entry(text: string, id = text): Entry {
  return { ...newEntry(id), text };
}

function alone(one: Entry | undefined) {
  return readTranslations([one], references, german)[0];
}

test('returns the same nodes together as separately', () => {
  const pieces = fc.constantFrom(
    ...'aZ9 .,:;!?-+=#$%/()\'"`*_~|<>{}[]\\&@^ö中，…\t'.split(''),
    ...['**b**', '[a](/x)', '[docs]', '[^1]', '<b>x</b>', '<i>', '{1}', '`x`'],
    ...['www.e.org', 'https://e.org/a', 'me@e.org', ':x', '\\\n', '  \n', '\n'],
    ...['> ', '- ', '# ', '1. ', '| ', ':::note', '[docs]: /x', '```', '    '],
  );
  const text = fc
    .array(pieces, { minLength: 1, maxLength: 8 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
      const entries = texts.map((one) => entry(one));
      expect(readTranslations(entries, references, german)).toEqual(
        entries.map(alone),
      );
    }),
    { numRuns: 60, seed: generatedSeed() },
  );
}, 60_000);

test('parses all translations at once unless one is invalid', () => {
  const texts = ['*a* b', '[c](/d)\\\n*e*', '[docs] www.e.org 中'];
  const together = parseInlines(texts, references, 'translation');
  expect(together).toEqual(
    texts.map((text) => {
      const reading = alone(entry(text));
      return reading && 'nodes' in reading ? reading.nodes : reading;
    }),
  );
  for (const broken of ['<b>', '{', ' ', 'a\r\rb'])
    expect(
      parseInlines([...texts, broken, '*f*'], references, 'translation'),
    ).toBeUndefined();
  // As many paragraphs as texts, but split elsewhere.
  expect(
    parseInlines([' ', 'a\r\rb'], references, 'translation'),
  ).toBeUndefined();
});

test("a broken translation doesn't affect others", () => {
  const entries = ['*a*', '<b>never closed', '{open', '*b*'].map((text) =>
    entry(text, '*x*'),
  );
  const [first, second, third, last] = readTranslations(
    entries,
    references,
    german,
  );
  expect([first, last]).toEqual([alone(entries[0]), alone(entries[3])]);
  expect(second).toHaveProperty('problem');
  expect(third).toHaveProperty('problem');
  expect(first).toHaveProperty('nodes');
});

test('returns separate nodes for each occurrence of a translation', () => {
  const one = entry('*a* [b](/c)');
  const [first, second] = readTranslations([one, one], references, german);
  expect(first).toEqual(second);
  expect(first).not.toBe(second);
});
