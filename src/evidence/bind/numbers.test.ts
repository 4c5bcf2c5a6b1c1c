import { expect, test } from 'vitest';
import { measuredText, numbersOf } from './numbers.ts';

const languages = ['en', 'de', 'zh-Hans'] as const;

/** In each language, with spaces that don't break as underscores. */
function inEach(write: (locale: string) => string | undefined) {
  return languages.map((locale) => write(locale)?.replaceAll('\u00a0', '_'));
}

test.each([
  [10_000, undefined, ['10,000', '10.000', '10,000']],
  [1.2, undefined, ['1.2', '1,2', '1.2']],
  [1234.5, 'KiB', ['1,234.5_KiB', '1.234,5_KiB', '1,234.5_KiB']],
  [18.7, 'µs', ['18.7_µs', '18,7_µs', '18.7_µs']],
  [3, 'percent', ['3%', '3_%', '3%']],
])('%s with the unit %s is written as each language does', (...given) => {
  const [value, unit, expected] = given;
  expect(inEach((locale) => numbersOf(locale).amount(value, unit))).toEqual(
    expected,
  );
});

test.each([
  [15, 10, ['1.5', '1,5', '1.5']],
  [10, 10, ['1.0', '1,0', '1.0']],
  [104, 10, ['10', '10', '10']],
  [1, 18, ['0.056', '0,056', '0.056']],
])('the ratio of %s to %s has two digits', (value, base, expected) => {
  expect(inEach((locale) => numbersOf(locale).ratio(value, base))).toEqual(
    expected,
  );
});

test('a recorded text of a number with its unit is written as each language does', () => {
  const written = (text: string) =>
    inEach((locale) => measuredText(text, numbersOf(locale)));
  expect(written('1.5 MiB')).toEqual(['1.5_MiB', '1,5_MiB', '1.5_MiB']);
  expect(written('Sign in first')).toEqual([undefined, undefined, undefined]);
});
