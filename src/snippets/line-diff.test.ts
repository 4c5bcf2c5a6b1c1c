import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffOf } from './diff.ts';
import { diffLines, hunksOf } from './line-diff.ts';
import { parseRegions } from './regions.ts';

// The same texts in every check; `GENERATED_SEED` tries others.
const seed = Number(process.env['GENERATED_SEED'] ?? 1);

// Few different lines, so that texts have lines in common and repeat them.
const texts = fc.array(fc.constantFrom('', 'a', 'b', '  c', '-d', '+e'));

describe('the lines of a diff', () => {
  test.each([
    ['', '', ''],
    ['a', 'a', ' a'],
    ['a', 'b', '-a +b'],
    ['a b c', 'a c', ' a -b  c'],
    ['a c', 'a b c', ' a +b  c'],
    ['a b', 'c d', '-a -b +c +d'],
    ['a b a', 'b a', '-a  b  a'],
  ])('of "%s" and "%s" are "%s"', (before, after, expected) => {
    const signs = { kept: ' ', deleted: '-', inserted: '+' };
    const lines = (text: string) => text.split(' ').filter(Boolean);
    expect(
      diffLines(lines(before), lines(after))
        .map(({ kind, text }) => signs[kind] + text)
        .join(' '),
    ).toBe(expected);
  });

  test('hold both texts, whatever they are', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = diffLines(before, after);
        const without = (kind: string) =>
          lines.filter((line) => line.kind !== kind).map(({ text }) => text);
        expect(without('inserted')).toEqual(before);
        expect(without('deleted')).toEqual(after);
      }),
      { seed },
    );
  });
});

describe('hunks', () => {
  const numbers = Array.from({ length: 30 }, (_, i) => `${i + 1}`);
  const changed = (...lines: number[]) =>
    numbers.map((text, i) => (lines.includes(i + 1) ? `${text}!` : text));
  const froms = (after: readonly string[]) =>
    hunksOf(diffLines(numbers, after)).map(({ from }) => from.old + 1);

  test('there are none if nothing differs', () => {
    expect(froms(numbers)).toEqual([]);
  });

  test('a change has three lines on each side, as far as there are any', () => {
    const [hunk] = hunksOf(diffLines(numbers, changed(10)));
    expect(hunk?.lines.map(({ text }) => text)).toEqual(
      '7 8 9 10 10! 11 12 13'.split(' '),
    );
    expect(froms(changed(1))).toEqual([1]);
  });

  test('each knows where it begins in both texts', () => {
    const after = ['new', 'newer', ...changed(20).slice(1)];
    expect(hunksOf(diffLines(numbers, after)).map(({ from }) => from)).toEqual([
      { old: 0, new: 0 },
      { old: 16, new: 17 },
    ]);
  });

  test('two changes share one if their surroundings touch', () => {
    expect(froms(changed(10, 16))).toEqual([7]);
    expect(froms(changed(10, 17))).toEqual([7]);
    expect(froms(changed(10, 18))).toEqual([7, 15]);
  });
});

test('the shown text is a patch that makes the new file of the old one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'patch-'));
  const file = join(folder, 'a.ts');
  const source = (lines: readonly string[]) =>
    parseRegions('a.ts', lines.map((line) => `${line}\n`).join(''));
  const body = Array.from({ length: 30 }, (_, i) => `line ${i}`);
  const cases: [string[], string[]][] = [
    [body, body.with(3, 'new').with(25, 'newer')],
    [body, ['first', ...body, 'last']],
    [body, body.slice(2, -2)],
    [['only'], ['', 'only']],
    [[], ['first']],
  ];
  try {
    for (const [before, after] of cases) {
      const fence = { disposition: 'file', showLineNumbers: false } as const;
      const { text } = diffOf(
        { ...fence, path: 'chat/a.ts', before: 'chat/before/a.ts' },
        'ts',
        source(before),
        source(after),
      );
      // Of an empty text, the format names the line before.
      if (before.length === 0) expect(text).toContain('@@ -0,0 +1,1 @@');
      writeFileSync(file, before.map((line) => `${line}\n`).join(''));
      execFileSync('git', ['apply', '--unsafe-paths', '-'], {
        cwd: folder,
        // A copied text has no line break at its end.
        input: `${text}\n`,
      });
      expect(readFileSync(file, 'utf8')).toBe(
        after.map((line) => `${line}\n`).join(''),
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
