import { describe, expect, test } from 'vitest';
import { extract, parseRegions } from './regions.ts';

const shown = (text: string, name?: string) => {
  const source = parseRegions('examples/a/b.ts', text);
  return extract(
    source,
    name === undefined ? undefined : source.regions.get(name),
  );
};

describe('markers', () => {
  test.each([
    ['slashes', '// #region a\nx\n// #endregion a'],
    ['a CSS comment', '/* #region a */\nx\n/* #endregion a */'],
    ['an HTML comment', '<!-- #region a -->\nx\n<!-- #endregion a -->'],
    ['a hash', '# #region a\nx\n# #endregion a'],
    ['no spaces', '//#region a\nx\n//#endregion a'],
    ['Windows line ends', '// #region a\r\nx\r\n// #endregion a\r\n'],
  ])('may be %s', (_, text) => {
    expect(shown(text, 'a')).toEqual({ text: 'x', fromLine: 2, toLine: 2 });
    expect(shown(text).text).toBe('x');
  });

  test.each([
    ['a longer word', '// #regional a'],
    ['prose', 'the #region of a file'],
    ['a hex colour', '# #e0e0e0'],
  ])('are not found in %s', (_, text) => {
    expect(shown(text).text).toBe(text);
  });
});

describe('the shown text', () => {
  test.each<[string, string[], string]>([
    ['keeps deeper lines deeper', ['  a', '    b', '', '  c'], 'a\n  b\n\nc'],
    ['keeps tabs apart from spaces', ['\ta', '  b'], '\ta\n  b'],
    ['dedents by tabs', ['\ta', '\t\tb'], 'a\n\tb'],
    ['has no blank lines around it', ['', ' ', 'a', ''], 'a'],
    ['has no spaces at line ends', ['a  ', 'b\t'], 'a\nb'],
  ])('%s', (_, lines, text) => {
    const source = ['// #region r', ...lines, '// #endregion r'].join('\n');
    expect(shown(source, 'r').text).toBe(text);
  });

  test('has one blank line where a marker stood between two', () => {
    const text = 'a\n\n// #region r\n\nb\n// #endregion r\nc';
    expect(shown(text).text).toBe('a\n\nb\nc');
    expect(shown('a\n\n\nb').text).toBe('a\n\n\nb');
  });
});

describe('broken markers name file, line and what there is', () => {
  test.each<[string, string, string]>([
    [
      'no name',
      '\n// #region',
      'examples/a/b.ts:2: #region has no name; a name is lower-case words joined by hyphens. Write "#region some-name".',
    ],
    [
      'a name of two words',
      '// #region the handler',
      'examples/a/b.ts:1: #region has the name "the handler"; a name is lower-case words joined by hyphens. Write "#region some-name".',
    ],
    [
      'behind code',
      'let a = 1; // #region a',
      'examples/a/b.ts:1: a region marker stands behind code, where it would be shown. Give it a line of its own.',
    ],
    [
      'closed in the wrong order',
      '// #region a\n// #region b\nx\n// #endregion a',
      'examples/a/b.ts:4: #endregion "a", but the region open here is "b", from line 2. Close that one first.',
    ],
    [
      'empty',
      '// #region a\n\n// #region b\n\n// #endregion b\n// #endregion a',
      'examples/a/b.ts:5: region "b" is empty. Put code into it, or delete it.',
    ],
    [
      'never closed',
      '// #region a\nx',
      'examples/a/b.ts:1: region "a" is never closed; the file has no #endregion. Write "#endregion a" where it ends.',
    ],
  ])('%s', (_, text, message) => {
    expect(() => parseRegions('examples/a/b.ts', text)).toThrow(
      expect.objectContaining({ message }),
    );
  });
});

test('a line of megabytes is read at once', () => {
  // What a bundler writes; by a pattern that goes back, this takes half an hour.
  const bundled = `${'// a;'.repeat(400_000)}\nx`;
  const before = process.cpuUsage();
  expect(parseRegions('examples/a/b.js', bundled).regions.size).toBe(0);
  const { user } = process.cpuUsage(before);
  expect(user / 1e6).toBeLessThan(5);
});
