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
    ['two dashes, as in SQL', '-- #region a\nx\n-- #endregion a'],
    ['a semicolon, as in INI', '; #region a\nx\n; #endregion a'],
    ['a word, as in batch files', 'REM #region a\nx\nrem #endregion a'],
    ['the marker alone, as in Python', '#region a\nx\n#endregion a'],
    ['JSX', '  {/* #region a */}\nx\n  {/* #endregion a */}'],
    ['Handlebars', '{{!-- #region a --}}\nx\n{{! #endregion a }}'],
    ['TeX', '% #region a\nx\n% #endregion a'],
    ['Lua', '--[[ #region a ]]\nx\n--[[ #endregion a ]]'],
    ['ML', '(* #region a *)\nx\n(* #endregion a *)'],
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
    ['a heading', '# region a'],
    ['a comment about regions', '# a #region of a file'],
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

  test('keeps one of two blank lines around a marker', () => {
    const text = 'a\n\n// #region r\n\nb\n// #endregion r\nc';
    expect(shown(text).text).toBe('a\n\nb\nc');
    expect(shown('a\n\n\nb').text).toBe('a\n\n\nb');
  });
});

describe('a broken marker is reported with file, line and what to do', () => {
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
      'after code',
      'let a = 1; // #region a',
      'examples/a/b.ts:1: a region marker follows code, where it would be shown. Put it on a line of its own.',
    ],
    [
      'after JSX',
      '<p>a</p> {/* #region a */}',
      'examples/a/b.ts:1: a region marker follows code, where it would be shown. Put it on a line of its own.',
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

test('parses a line of megabytes quickly', () => {
  // A bundle, for example. A backtracking pattern would take half an hour.
  const bundled = `${'// a;'.repeat(400_000)}\nx`;
  const before = process.cpuUsage();
  expect(parseRegions('examples/a/b.js', bundled).regions.size).toBe(0);
  const { user } = process.cpuUsage(before);
  expect(user / 1e6).toBeLessThan(5);
});
