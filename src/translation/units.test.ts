import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { expect, test } from 'vitest';

import { newCatalogue, newEntry } from './catalogue.ts';
import { pageMessages } from './page-messages.ts';
import { parsePage } from './processor.ts';
import { processorTime } from './testing/processor-time.ts';
import { translateTree } from './translate-tree.ts';
import { unitsOf } from './units.ts';

/** As a plugin for math makes it: a node that Markdown cannot say. */
function remarkMath() {
  return (tree: Root) => {
    const [paragraph] = tree.children as [Paragraph];
    const math: unknown = { type: 'inlineMath', value: 'x' };
    paragraph.children.splice(1, 0, math as PhrasingContent);
  };
}

test('a block with a node of a plugin is not offered, and the next one is', async () => {
  const source = 'Words *around* it.\n\nOther words.\n';
  const tree = await parsePage('page.mdx', source, [remarkMath]);
  const units = unitsOf(tree, source);
  expect(
    units.map((unit) => (unit.kind === 'inline' ? unit.message.id : unit.kind)),
  ).toEqual(['Other words.']);
});

test.each([
  ['## The type {/* #mime-type */}', 'paragraph, in "The type"'],
  ['## Two {/* #one */ /* two */} ids', 'paragraph, in "Two ids"'],
  [
    '## <Fact of="chat/routes#get.status" /> Upgrade `x`',
    'paragraph, in "<status> Upgrade x"',
  ],
  ['## Of <Term>a *peer*</Term> {1 + 1}', 'paragraph, in "Of a peer …"'],
  ['## <Logo /> Analog', 'paragraph, in "… Analog"'],
  ['## {/* #nothing */}', 'paragraph'],
])('says where a text stands: %s', async (heading, comment) => {
  const source = `${heading}\n\nWords.\n`;
  const units = unitsOf(await parsePage('page.mdx', source, []), source);
  const last = units.at(-1);
  expect(last?.kind === 'inline' && last.message.comment).toBe(comment);
});

/** `LONG_PAGE=1000` tries a longer one; time grows with the length and no faster. */
const paragraphs = Number(process.env['LONG_PAGE'] ?? 300);

test('a very long page is read and said in bounded time', async () => {
  const source = Array.from(
    { length: paragraphs },
    (_, index) =>
      `Paragraph ${index} with \`code\`, a [link](https://example.org/${index}) and *emphasis*.\n`,
  ).join('\n');
  const start = processorTime();
  const tree = await parsePage('page.mdx', source, []);
  const messages = pageMessages(tree, source, {});
  expect(messages).toHaveLength(paragraphs);
  const catalogue = newCatalogue(
    'page.po',
    newEntry(''),
    messages.map(({ id }) => ({ ...newEntry(id), text: `Absatz: ${id}` })),
  );
  const problems = translateTree(tree, source, {
    catalogue,
    sourceLanguage: 'en',
  });
  expect(problems).toEqual([]);
  expect(toString(tree).match(/Absatz: Paragraph/g)).toHaveLength(paragraphs);
  expect(processorTime() - start).toBeLessThan(paragraphs * 10);
}, 60_000);
