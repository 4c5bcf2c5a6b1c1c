import type { Element, ElementContent } from 'hast';
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { elementOf } from './elements.ts';
import { wordsOf } from './words-of.ts';

/**
 * HTML that a plugin has put into a page, as Markdown.
 *
 * @param nodes of a tree of HTML
 * @returns what says the same
 * @throws TwinError if Markdown has nothing for an element
 */
export function fromHtml(nodes: readonly ElementContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    if (node.type !== 'element') return [];
    if (node.tagName === 'table') return tableOf(node);
    if (node.tagName === 'svg') return drawingOf(node);
    return elementOf({
      name: node.tagName,
      attribute: (name) => {
        const value = node.properties[name];
        return typeof value === 'string' ? value : undefined;
      },
      children: apart(node.children, fromHtml),
    });
  });
}

/** A drawing: what a screen reader reads of it. */
function drawingOf(drawing: Element): RootContent[] {
  return childrenOf(drawing, ['title', 'desc']).map(({ children }) => ({
    type: 'paragraph',
    children: lineOf(children),
  }));
}

/**
 * A table; a cell that spans all columns becomes a paragraph between two tables, since a table of Markdown cannot have it.
 */
function tableOf(table: Element): RootContent[] {
  const blocks: RootContent[] = [];
  const [head, ...otherHeads] = rowsIn(table, 'thead');
  const columns: TableRow = {
    type: 'tableRow',
    children: cellsOf(head).map(cell),
  };
  let rows: TableRow[] = [];
  const finish = () => {
    if (rows.length > 0)
      blocks.push({ type: 'table', children: [columns, ...rows] });
    rows = [];
  };
  for (const caption of childrenOf(table, ['caption'])) {
    blocks.push({ type: 'paragraph', children: lineOf(caption.children) });
  }
  for (const row of [...otherHeads, ...rowsIn(table, 'tbody')]) {
    const cells = cellsOf(row);
    const [only] = cells;
    if (cells.length === 1 && only && columns.children.length > 1) {
      finish();
      blocks.push({ type: 'paragraph', children: lineOf(only.children) });
    } else rows.push({ type: 'tableRow', children: cells.map(cell) });
  }
  finish();
  return blocks;
}

function rowsIn(table: Element, part: string): Element[] {
  return childrenOf(table, [part]).flatMap((group) =>
    childrenOf(group, ['tr']),
  );
}

function cellsOf(row: Element | undefined): Element[] {
  return row ? childrenOf(row, ['th', 'td']) : [];
}

function childrenOf(parent: Element, names: readonly string[]): Element[] {
  return parent.children.filter(
    (child): child is Element =>
      child.type === 'element' && names.includes(child.tagName),
  );
}

function cell(element: Element): TableRow['children'][number] {
  return { type: 'tableCell', children: lineOf(element.children) };
}

function lineOf(nodes: readonly ElementContent[]): PhrasingContent[] {
  return wordsOf(apart(nodes, fromHtml));
}

/**
 * Keeps apart what a style sheet keeps apart: boxes, and code beside code or words.
 */
function apart(
  nodes: readonly ElementContent[],
  convert: (nodes: readonly ElementContent[]) => RootContent[],
): RootContent[] {
  return nodes.flatMap((node, index): RootContent[] => {
    const before = nodes[index - 1];
    const own = convert([node]);
    if (before === undefined || own.length === 0) return own;
    if (isBox(node) && isBox(before))
      return [{ type: 'html', value: '<br>' }, ...own];
    const touches =
      (isBox(node) || isBox(before) || isCode(node) || isCode(before)) &&
      node.type === 'element' &&
      !endsInSpace(before);
    return touches ? [{ type: 'text', value: ' ' }, ...own] : own;
  });
}

function isBox(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'div';
}

function isCode(node: ElementContent): boolean {
  return node.type === 'element' && /^(?:code|samp|kbd)$/.test(node.tagName);
}

function endsInSpace(node: ElementContent): boolean {
  return node.type === 'text' && /(?:^|\s)$/.test(node.value);
}
