import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { expect, test } from 'vitest';

import { newCatalogue, newEntry } from '../catalogue/catalogue.ts';
import { processorTime } from '../testing/processor-time.ts';
import { german } from '../testing/translated-page.ts';
import { pageMessages, parsePage } from './read-page.ts';
import { translateTree } from './translate-tree.ts';
import { unitsOf } from './units.ts';

/** Like remark-math: creates a node without Markdown syntax. */
function remarkMath() {
  return (tree: Root) => {
    const [paragraph] = tree.children as [Paragraph];
    const math: unknown = { type: 'inlineMath', value: 'x' };
    paragraph.children.splice(1, 0, math as PhrasingContent);
  };
}

test('skips a block with an unknown node of a plugin', async () => {
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
  ['## [=status] Upgrade `x`', 'paragraph, in "[=status] Upgrade x"'],
  ['## Of <Term>a *peer*</Term> {1 + 1}', 'paragraph, in "Of a peer …"'],
  ['## <Logo /> Analog', 'paragraph, in "… Analog"'],
  ['## {/* #nothing */}', 'paragraph'],
])(
  'the comment describes the location of a text: %s',
  async (heading, comment) => {
    const source = `${heading}\n\nWords.\n\n[=status]: a.json#status\n`;
    const units = unitsOf(await parsePage('page.mdx', source, []), source);
    const last = units.at(-1);
    expect(last?.kind === 'inline' && last.message.comment).toBe(comment);
  },
);

test("bound words are messages; values and the references of standalone words aren't", async () => {
  const source = [
    'It [exits][=exit] at [=url].',
    '| a | b | c |\n| - | - | - |\n| [=url] | [silent][=exit] | [ends][=exit] [=url] |',
    '[=exit]: a.json#exit "is silent"\n[=url]: a.json#url',
  ].join('\n\n');
  const units = unitsOf(await parsePage('page.mdx', source, []), source);
  expect(
    units.map((unit) => (unit.kind === 'inline' ? unit.message.id : unit.kind)),
  ).toEqual(['It [exits][=exit] at [=url].', 'a', 'b', 'c', 'silent', 'ends']);
});

/** Overridden by `LONG_PAGE=1000`; processing time grows linearly. */
const paragraphs = Number(process.env['LONG_PAGE'] ?? 300);

test('processes a very long page in bounded time', async () => {
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
    characters: german,
  });
  expect(problems).toEqual([]);
  expect(toString(tree).match(/Absatz: Paragraph/g)).toHaveLength(paragraphs);
  expect(processorTime() - start).toBeLessThan(paragraphs * 10);
}, 60_000);
