import type { Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isValue } from '../../core/value-reference.ts';
import { isComponent } from '../bind/attributes.ts';

/** A piece of a page that says something. */
export interface Span {
  /** `code` stands between backquotes; `prose` does not; `front` is front matter; `attribute` is a text of an element. */
  readonly kind: 'code' | 'prose' | 'front' | 'attribute';
  readonly value: string;
  /** Line in the parsed text, from 1. */
  readonly line: number;
}

/**
 * The code spans and the lines of prose of a tree, headings, front matter and what attributes say
 * included. Fences are
 * left out: their text is not written in the page.
 *
 * @param tree a page, or the tree of one message
 * @returns the pieces in reading order, none longer than a line
 */
export function spansOf(tree: Nodes): Span[] {
  const spans: Span[] = [];
  const kinds = { inlineCode: 'code', text: 'prose', yaml: 'front' } as const;
  visit(tree, (node) => {
    // Its text is only a name.
    if (isValue(node)) return SKIP;
    spans.push(...attributesIn(node));
    if (
      node.type !== 'inlineCode' &&
      node.type !== 'text' &&
      node.type !== 'yaml'
    ) {
      return undefined;
    }
    const kind = kinds[node.type];
    const start = node.position?.start.line ?? 1;
    if (kind === 'code') {
      const value = node.value.replaceAll(/\s+/g, ' ').trim();
      spans.push({ kind, value, line: start });
      return undefined;
    }
    // The first line of front matter is its fence.
    const first = kind === 'front' ? start + 1 : start;
    for (const [index, value] of node.value.split('\n').entries()) {
      spans.push({ kind, value, line: first + index });
    }
    return undefined;
  });
  return spans;
}

/** The attributes that a reader sees or hears. */
const READABLE = new Set([
  'alt',
  'aria-label',
  'caption',
  'description',
  'label',
  'placeholder',
  'summary',
  'title',
]);

function attributesIn(node: Nodes): Span[] {
  const line = node.position?.start.line ?? 1;
  const said = (value: string | null | undefined): Span[] =>
    value ? [{ kind: 'attribute', value, line }] : [];
  if (node.type === 'image') return [...said(node.alt), ...said(node.title)];
  if (!isComponent(node)) return [];
  return node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' &&
    READABLE.has(attribute.name) &&
    typeof attribute.value === 'string'
      ? attributeSpans(attribute.value, line)
      : [],
  );
}

/** Backquotes mark a name in an attribute too, though no one draws it as code. */
function attributeSpans(text: string, line: number): Span[] {
  const names = [...text.matchAll(/`([^`]+)`/g)];
  return [
    ...names.map(([, value = '']): Span => ({ kind: 'code', value, line })),
    { kind: 'attribute', value: text.replaceAll(/`[^`]+`/g, ' '), line },
  ];
}
