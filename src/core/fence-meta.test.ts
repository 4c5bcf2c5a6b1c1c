import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFenceMeta } from './fence-meta.ts';

test.each([
  ['ts', 'file=a/b.ts#r {1, 3-5}', 'ts', { file: 'a/b.ts#r', '{}': '1,3-5' }],
  [
    'file=a/b.ts',
    'before=a/c.ts',
    undefined,
    { file: 'a/b.ts', before: 'a/c.ts' },
  ],
  ['{1}', null, undefined, { '{}': '1' }],
  [
    'js',
    'title="a b" showLineNumbers',
    'js',
    { title: 'a b', showLineNumbers: '' },
  ],
  ['js', 'title=\'a "b"\'', 'js', { title: 'a "b"' }],
  ['js', 'title="it\'s"', 'js', { title: "it's" }],
  [null, null, undefined, {}],
  ['http', 'output="a/b#c d"', 'http', { output: 'a/b#c d' }],
])('```%s %s', (lang, meta, language, values) => {
  const parsed = parseFenceMeta({ lang, meta });
  expect(parsed.lang).toBe(language);
  expect(Object.fromEntries(parsed.values)).toEqual(values);
});

test('lists repeated keys, and keeps the first value', () => {
  const { values, repeated } = parseFenceMeta({
    lang: 'ts',
    meta: 'file=a {1} file=b {2}',
  });
  expect(repeated).toEqual(['file', '{}']);
  expect(values.get('file')).toBe('a');
});

test('keeps every character of any meta', () => {
  fc.assert(
    fc.property(fc.string(), (meta) => {
      const { values } = parseFenceMeta({ lang: 'ts', meta });
      expect(values.size > 0).toBe(meta.trim() !== '');
    }),
  );
});
