import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { expectEvidence } from './support/evidence';

const root = fileURLToPath(new URL('..', import.meta.url));
const routes = 'src/server/routes';
const read = (path: string) => readFileSync(`${root}${path}`);

/** Route files of the old layout, from the routes folder. */
const files = {
  chat: 'ws/chat.ts',
  stream: 'sse.ts',
  list: 'notes.get.ts',
  add: 'notes.post.ts',
};

it('covers every route of the old layout', () => {
  const old = readdirSync(`${root}before/${routes}`, {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .map((path) => path.slice(`${root}before/${routes}/`.length));
  expect(old.sort()).toEqual(Object.values(files).sort());
  expect(existsSync(`${root}before/${routes}/api`)).toBe(false);
});

it('changes only the relative imports of routes', async () => {
  const moves = Object.entries(files).map(([name, file]) => {
    const from = `${routes}/${file}`;
    const to = `${routes}/api/${file}`;
    const before = read(`before/${from}`);
    const after = read(to);
    const sameBytes = before.equals(after);
    if (!sameBytes) {
      const moved = before.toString().replaceAll("from '../", "from '../../");
      expect(after.toString()).toBe(moved);
    }
    const change = sameBytes ? 'none' : 'relative import';
    return [name, { from, to, sameBytes, change }] as const;
  });
  const evidence = Object.fromEntries(moves);
  expect(evidence).toMatchObject({
    chat: { sameBytes: true },
    stream: { sameBytes: true },
    list: { sameBytes: false },
    add: { sameBytes: false },
  });
  await expectEvidence('moves', { kind: 'facts', ...evidence });
});

it("doesn't change the client of the HTTP routes", () => {
  expect(existsSync(`${root}before/src/app/notes-client.ts`)).toBe(false);
});
