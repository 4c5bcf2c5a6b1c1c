import type { Element, Root } from 'hast';
import { expect, it } from 'vitest';
import { rehypeWideTables } from './wide-tables.ts';

function element(tagName: string, children: Element[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

it.each([
  [3, undefined],
  [4, 0],
])('sets the tabindex of a table with %i columns to %s', (columns, stop) => {
  const cells = Array.from({ length: columns }, () => element('th', []));
  const table = element('table', [element('thead', [element('tr', cells)])]);
  const tree: Root = { type: 'root', children: [table] };
  rehypeWideTables()(tree);
  expect(table.properties['tabIndex']).toBe(stop);
});
