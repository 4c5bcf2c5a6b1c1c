import { expect, test } from 'vitest';
import { pageOf } from '../pages/testing/page-of.ts';
import { knownBugTableProblems } from './known-bug-table.ts';

const bug = 'https://bugs.example/1';
const other = 'https://bugs.example/2';
const note = `<KnownBug of="a/b#c" is="1" package="sockets" fixed="1.2.3" upstream="${bug}">

It fails.

</KnownBug>
`;

async function problemsWith(...rows: string[]): Promise<string[]> {
  const table = `{/* all known bugs */}

| Bug | Package | Fixed in | Report |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
  return knownBugTableProblems([
    await pageOf('docs/note.mdx', note),
    await pageOf('docs/bugs.mdx', table),
  ]).map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

test('accepts a row for each note', async () => {
  expect(
    await problemsWith(`| It fails | \`sockets\` | 1.2.3 | [issue](${bug}) |`),
  ).toEqual([]);
});

test('reports a note without a row, and a row without a note', async () => {
  expect(
    await problemsWith(
      `| It fails | \`sockets\` | 1.2.3 | [issue](${other}) |`,
    ),
  ).toEqual([
    `docs/bugs.mdx:1: this table has no row for the bug in docs/note.mdx:1. Add one with a link to ${bug}.`,
    'docs/bugs.mdx:5: no page has a note <KnownBug> with this report. Delete the row.',
  ]);
});

test('reports another package or version than that of the note', async () => {
  expect(
    await problemsWith(`| It fails | \`http\` | – | [issue](${bug}) |`),
  ).toEqual([
    'docs/bugs.mdx:5: the note in docs/note.mdx:1 has "sockets". Write the same.',
    'docs/bugs.mdx:5: the note in docs/note.mdx:1 has "1.2.3". Write the same.',
  ]);
});
