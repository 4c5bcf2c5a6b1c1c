import type { Element, ElementContent } from 'hast';
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { toPhrasing } from './phrasing.ts';

/** An HTML element, from JSX or from a hast tree, with its children as Markdown. */
export interface MarkdownElement {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  readonly children: RootContent[];
}

/** Elements that only group other content. */
const transparent = new Set(
  'div section header footer article aside main figure span label details Details'.split(
    ' ',
  ),
);
const code = new Set(['code', 'kbd', 'samp', 'var']);

/**
 * Converts an element whose children are converted already.
 *
 * @throws Error if Markdown has no equivalent
 */
export function elementToMarkdown(element: MarkdownElement): RootContent[] {
  const { name, children } = element;
  if (transparent.has(name)) return children;
  if (code.has(name)) {
    const value = toString(children).replaceAll(/\s*\n\s*/g, ' ');
    return value === '' ? [] : [{ type: 'inlineCode', value }];
  }
  const phrasing = toPhrasing(children);
  switch (name) {
    case 'p':
    case 'figcaption':
      return [paragraph(phrasing)];
    case 'li':
      return [
        { type: 'listItem', spread: false, children: [paragraph(phrasing)] },
      ];
    case 'ul':
    case 'ol':
      return [
        {
          type: 'list',
          ordered: name === 'ol',
          spread: false,
          children: children.filter((child) => child.type === 'listItem'),
        },
      ];
    case 'strong':
    case 'b':
      return [{ type: 'strong', children: phrasing }];
    case 'em':
    case 'i':
    case 'small':
      return phrasing.length === 0
        ? []
        : [{ type: 'emphasis', children: phrasing }];
    case 'del':
    case 's':
      return [{ type: 'delete', children: phrasing }];
    case 'br':
      return [{ type: 'break' }];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'wbr':
      return [];
    case 'a':
      return [
        { type: 'link', url: required(element, 'href'), children: phrasing },
      ];
    case 'img': {
      const alt = element.attribute('alt') ?? '';
      return [{ type: 'image', url: required(element, 'src'), alt }];
    }
    case 'summary':
      return [paragraph([{ type: 'strong', children: phrasing }])];
    default:
      throw new Error(
        `<${name}> has no Markdown form. Add one to the option "components" of the Markdown plugin.`,
      );
  }
}

function paragraph(children: PhrasingContent[]): RootContent & {
  type: 'paragraph';
} {
  return { type: 'paragraph', children };
}

function required(element: MarkdownElement, name: string): string {
  const value = element.attribute(name);
  if (value !== undefined) return value;
  throw new Error(
    `<${element.name}> has no ${name} that is plain text. Write ${name}="…", or a Markdown link.`,
  );
}

/**
 * Converts HTML that a plugin has inserted. `hast-util-to-mdast` would need its own handlers for spacing, spanning cells, drawings and
 * unknown elements, and can't convert JSX elements.
 *
 * @throws Error if Markdown has no equivalent for an element
 */
export function htmlToMarkdown(
  nodes: readonly ElementContent[],
): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    if (node.type !== 'element') return [];
    if (node.tagName === 'table') return tableToMarkdown(node);
    if (node.tagName === 'svg') {
      // The accessible text of a drawing.
      return childElements(node, 'title', 'desc').map(({ children }) =>
        paragraph(spacedPhrasing(children)),
      );
    }
    return elementToMarkdown({
      name: node.tagName,
      attribute: (name) => {
        const value = node.properties[name];
        return typeof value === 'string' ? value : undefined;
      },
      children: spaced(node.children),
    });
  });
}

/** Converts a table. A cell that spans all columns becomes a paragraph between two tables, since a Markdown table has no such cells. */
function tableToMarkdown(table: Element): RootContent[] {
  const blocks: RootContent[] = childElements(table, 'caption').map(
    ({ children }) => paragraph(spacedPhrasing(children)),
  );
  const [head, ...otherHeads] = rowsIn(table, 'thead');
  const columns = rowOf(cellsOf(head));
  let rows: TableRow[] = [];
  const finish = () => {
    if (rows.length > 0) {
      blocks.push({ type: 'table', children: [columns, ...rows] });
    }
    rows = [];
  };
  for (const row of [...otherHeads, ...rowsIn(table, 'tbody')]) {
    const cells = cellsOf(row);
    const [only] = cells;
    if (cells.length === 1 && only && columns.children.length > 1) {
      finish();
      blocks.push(paragraph(spacedPhrasing(only.children)));
    } else rows.push(rowOf(cells));
  }
  finish();
  return blocks;
}

function rowsIn(table: Element, part: string): Element[] {
  return childElements(table, part).flatMap((group) =>
    childElements(group, 'tr'),
  );
}

function cellsOf(row: Element | undefined): Element[] {
  return row ? childElements(row, 'th', 'td') : [];
}

function rowOf(cells: readonly Element[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map(({ children }) => ({
      type: 'tableCell',
      children: spacedPhrasing(children),
    })),
  };
}

function childElements(parent: Element, ...names: string[]): Element[] {
  return parent.children.filter(
    (child): child is Element =>
      child.type === 'element' && names.includes(child.tagName),
  );
}

function spacedPhrasing(nodes: readonly ElementContent[]): PhrasingContent[] {
  return toPhrasing(spaced(nodes));
}

/** Converts siblings, and separates what a style sheet separates: boxes by a line break, code by a space. */
function spaced(nodes: readonly ElementContent[]): RootContent[] {
  return nodes.flatMap((node, index): RootContent[] => {
    const before = nodes[index - 1];
    const blocks = htmlToMarkdown([node]);
    if (before === undefined || blocks.length === 0) return blocks;
    const kinds = [kindOf(node), kindOf(before)];
    if (kinds.every((kind) => kind === 'box')) {
      return [{ type: 'html', value: '<br>' }, ...blocks];
    }
    const needsSpace =
      node.type === 'element' &&
      kinds.some((kind) => kind !== undefined) &&
      !(before.type === 'text' && /(?:^|\s)$/.test(before.value));
    return needsSpace ? [{ type: 'text', value: ' ' }, ...blocks] : blocks;
  });
}

function kindOf(node: ElementContent): 'box' | 'code' | undefined {
  if (node.type !== 'element') return undefined;
  if (node.tagName === 'div') return 'box';
  return /^(?:code|samp|kbd)$/.test(node.tagName) ? 'code' : undefined;
}
