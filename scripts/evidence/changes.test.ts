import { expect, it } from 'vitest';
import { evidenceChanges, evidenceLines } from './changes.ts';

const file = 'examples/chat/evidence/dev.json';
const texts = (value: object) =>
  new Map([[file, JSON.stringify({ kind: 'facts', ...value })]]);

it('lists changed, new and removed values', () => {
  const changes = evidenceChanges(
    texts({ exit: 1, kept: 'as it was', gone: { code: 1006 } }),
    texts({ exit: 0, kept: 'as it was', added: true }),
  );
  expect(changes).toEqual([
    { file, path: 'exit', before: '1', after: '0' },
    { file, path: 'gone.code', before: '1006', after: undefined },
    { file, path: 'added', before: undefined, after: 'true' },
  ]);
  expect(evidenceLines(changes)).toEqual([
    file,
    '  exit: "1" → "0"',
    '  gone.code: "1006" → nothing',
    '  added: nothing → "true"',
  ]);
});

it('lists a new file', () => {
  expect(evidenceLines(evidenceChanges(new Map(), texts({})))).toEqual([
    file,
    '  nothing → "a file"',
  ]);
});

it('shows where a long text differs', () => {
  const same = 'a'.repeat(200);
  const [, line] = evidenceLines(
    evidenceChanges(
      texts({ body: `${same}old` }),
      texts({ body: `${same}new` }),
    ),
  );
  const before = 'a'.repeat(20);
  expect(line).toBe(`  body: …"${before}old" → …"${before}new"`);
});

it('finds no change in equal files', () => {
  expect(evidenceChanges(texts({ a: 1 }), texts({ a: 1 }))).toEqual([]);
});

it('prints the first 40 values of a file', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`v${at}`, at]),
  );
  const lines = evidenceLines(evidenceChanges(texts({}), texts(many)));
  expect(lines).toHaveLength(42);
  expect(lines.at(-1)).toBe(`  and 20 more: git diff ${file}`);
});
