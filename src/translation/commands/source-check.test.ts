import { beforeEach, expect, test } from 'vitest';

import { formatProblem } from '../problem.ts';
import { type SmallSite, smallSite } from '../testing/small-site.ts';
import { checkSource } from './source-check.ts';

let site: SmallSite;

beforeEach(async () => {
  site = await smallSite();
  site.write(
    'i18n/en/style.json',
    '{"maxSentenceWords": 8, "quotations": [], "wording": [{"forbidden": ["\\\\banew\\\\b"], "use": "\\"again\\""}]}',
  );
  return site.remove;
});

async function problems(texts?: readonly string[]): Promise<string[]> {
  const read = await site.read();
  const content = { ...read.content, ...(texts && { texts }) };
  return (await checkSource({ ...read, content })).map(formatProblem);
}

const anew = 'the style forbids this wording; there is "anew"; write "again".';

test('reports the line of each wording in a page', async () => {
  site.edit('docs/sockets.mdx', 'about sockets', 'about sockets anew');
  site.edit(
    'docs/sockets.mdx',
    'Call `open()` on the upgrade.',
    'Call `open()`\n**and then\nanew**.',
  );
  expect(await problems()).toEqual([
    `docs/sockets.mdx:3: ${anew}`,
    `docs/sockets.mdx:10: ${anew}`,
  ]);
});

test('ignores code, link targets, attributes that nobody reads, and comments', async () => {
  site.edit(
    'docs/sockets.mdx',
    'Call `open()` on the upgrade.',
    'Call `a anew` [there](https://a.org/anew) <b id="anew">now</b> {/* anew */}.\n\n```ts file=anew\n```',
  );
  expect(await problems()).toEqual([]);
});

test('counts code and a link as the words that a reader sees', async () => {
  site.edit(
    'docs/sockets.mdx',
    'Call `open()` on the upgrade.',
    'Call `a b c d e f g h` or [the other](./sockets.mdx) one *now*.',
  );
  expect(await problems()).toEqual([]);
  site.edit('docs/sockets.mdx', '*now*', '*here right now*');
  expect(await problems()).toEqual([
    'docs/sockets.mdx:8: the sentence "Call X or the other …" has 9 words, and the maximum is 8; split it.',
  ]);
});

test('reports the line of an interface text', async () => {
  site.edit('src/button.tsx', 'Copy {count} lines', 'Copy {count} lines anew');
  expect(await problems()).toEqual([`src/button.tsx:2: ${anew}`]);
});

test('checks other texts', async () => {
  site.write('README.md', '# Site\n\nBuild it anew with <b>it</b> {now}.\n');
  expect(await problems(['README.md'])).toEqual([`README.md:3: ${anew}`]);
});
