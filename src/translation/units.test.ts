import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { expect, test } from 'vitest';

import { newCatalogue, newEntry } from './catalogue.ts';
import { pageMessages } from './page-messages.ts';
import { parsePage } from './processor.ts';
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

test('a page of 5,000 paragraphs is read and said in bounded time', async () => {
  const source = Array.from(
    { length: 5000 },
    (_, index) =>
      `Paragraph ${index} with \`code\`, a [link](https://example.org/${index}) and *emphasis*.\n`,
  ).join('\n');
  const start = performance.now();
  const tree = await parsePage('page.mdx', source, []);
  const messages = pageMessages(tree, source, {});
  expect(messages).toHaveLength(5000);
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
  expect(toString(tree)).toMatch(/^(?:Absatz: Paragraph [^.]*\.){5000}$/);
  expect(performance.now() - start).toBeLessThan(30_000);
}, 40_000);
