import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseRegions } from './regions.ts';
import { diffOf, insideApp, languageOf } from './snippet.ts';

const body = Array.from({ length: 30 }, (_, i) => `line ${i}`);
const source = (lines: readonly string[]) =>
  parseRegions('a.ts', lines.map((line) => `${line}\n`).join(''));
const diff = (before: readonly string[], after: readonly string[]) =>
  diffOf(
    { path: 'chat/a.ts', before: 'chat/before/a.ts' },
    'ts',
    source(before),
    source(after),
  );

test.each<[string, string[], string[], string[]]>([
  [
    'changes',
    body,
    body.with(3, 'new').with(25, 'newer'),
    ['-1,7 +1,7', '-23,7 +23,7'],
  ],
  [
    'changes whose contexts touch',
    body,
    body.with(9, 'new').with(16, 'newer'),
    ['-7,14 +7,14'],
  ],
  [
    'lines at both ends',
    body,
    ['first', ...body, 'last'],
    ['-1,3 +1,4', '-28,3 +29,4'],
  ],
  ['deletions', body, body.slice(2, -2), ['-1,5 +1,3', '-26,5 +24,3']],
  ['a blank line', ['only'], ['', 'only'], ['-1,1 +1,2']],
  ['an empty file', [], ['first'], ['-0,0 +1,1']],
])('a diff of %s is a patch for git', (_, before, after, ranges) => {
  const folder = mkdtempSync(join(tmpdir(), 'patch-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.ts');
  const text = (lines: readonly string[]) =>
    lines.map((line) => `${line}\n`).join('');
  const patch = diff(before, after).text;
  expect(
    [...patch.matchAll(/^@@ (.*) @@$/gm)].map(([, range]) => range),
  ).toEqual(ranges);
  writeFileSync(file, text(before));
  execFileSync('git', ['apply', '--unsafe-paths', '-'], {
    cwd: folder,
    // Copied text doesn't end in a line break.
    input: `${patch}\n`,
  });
  expect(readFileSync(file, 'utf8')).toBe(text(after));
});

test('a diff contains the lines of the new file, without markers', () => {
  const marked = ['// #region a', ...body, '// #endregion a'];
  const { text, fromLine, toLine } = diff(
    marked,
    marked.with(11, 'new').with(21, 'newer'),
  );
  expect(text).not.toContain('region');
  expect([fromLine, toLine]).toEqual([9, 25]);
});

test.each([
  ['a/main.ts', undefined, 'ts'],
  ['a/main.ts', 'typescript', 'typescript'],
  ['a/Dockerfile', undefined, 'docker'],
  ['a/app.vue', undefined, 'vue'],
  ['a/app.svelte', 'html', 'html'],
])('the language of %s, written as %s, is %s', (path, written, language) => {
  expect(languageOf(path, written)).toBe(language);
});

test.each([
  ['chat/before/vite.config.ts', 'vite.config.ts'],
  ['chat/after/vite.config.ts', 'vite.config.ts'],
  ['chat/src/after/a.ts', 'src/after/a.ts'],
])('the path of %s in its app is %s', (path, inside) => {
  expect(insideApp(path)).toBe(inside);
});
