import { parseMarkdownHeadingId } from '@docusaurus/utils';
import type { Heading, Nodes, PhrasingContent, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';

import { isValue, valueName } from '../../core/value-reference.ts';
import { eachNode } from './nodes.ts';

/** Creates unique ids from texts, like `createSlugger` of `@docusaurus/utils`. */
export interface Slugger {
  slug: (text: string) => string;
}

/** Explicit id of a heading. */
export interface WrittenId {
  id: string;
  /** Nodes of the id, at the end of the heading. */
  nodes: PhrasingContent[];
}

/**
 * Finds the explicit id of a heading: `{/* #id *\/}`, `<!-- #id -->` in plain Markdown, or `{#id}`, escaped in MDX.
 *
 * @param heading the text of `{#id}` becomes a separate node
 */
export function writtenId(heading: Heading): WrittenId | undefined {
  const last = heading.children.at(-1);
  if (last === undefined) return undefined;
  const comment = commentOf(last);
  const [, id] = /^\s*#(\S+)/.exec(comment ?? '') ?? [];
  if (id !== undefined) return { id, nodes: [last] };
  return last.type === 'text' ? classicId(heading, last) : undefined;
}

/** Returns the only comment of an expression, like Docusaurus. */
function commentOf(node: PhrasingContent): string | undefined {
  const pattern =
    node.type === 'mdxTextExpression'
      ? /^\s*\/\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/
      : /^<!--([\s\S]*)-->$/;
  return node.type === 'mdxTextExpression' || node.type === 'html'
    ? pattern.exec(node.value)?.[1]
    : undefined;
}

function classicId(heading: Heading, last: Text): WrittenId | undefined {
  const { id, text } = parseMarkdownHeadingId(last.value);
  if (id === undefined) return undefined;
  if (text === '') return { id, nodes: [last] };
  const node: Text = { type: 'text', value: last.value.slice(text.length) };
  // Parts of the last node have no separate position.
  if (last.position) node.position = last.position;
  delete last.position;
  last.value = text;
  heading.children.push(node);
  return { id, nodes: [node] };
}

/**
 * Finds the start of a heading's explicit id.
 *
 * @param source the text that the page was parsed from
 * @returns the offset; undefined if the heading isn't from the page
 */
export function startOfId(
  source: string,
  { nodes: [node] }: WrittenId,
): number | undefined {
  if (node?.type !== 'text') return node?.position?.start.offset;
  const end = node.position?.end.offset;
  if (end === undefined) return undefined;
  const start = source.lastIndexOf('{#', end);
  return source[start - 1] === '\\' ? start - 1 : start;
}

/**
 * Sets heading ids from the English text, so that anchors are the same in all languages. Explicit ids are left to Docusaurus.
 *
 * @param tree the page before its translation; changed in place
 * @param slugger a new one for each page
 */
export function setHeadingIds(tree: Root, slugger: Slugger): void {
  eachNode([tree], (node) => {
    if (node.type !== 'heading' || writtenId(node) !== undefined) return;
    const data = (node.data ??= {});
    const properties = (data.hProperties ??= {});
    properties['id'] ??= slugger.slug(node.children.map(slugText).join(''));
  });
}

const isComment = (expression: string): boolean =>
  /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(expression);

/**
 * Returns the text of a heading for translators, without comments and ids, and with the names of recorded values: `[=status]
 * Upgrade Required`.
 */
export function headingText(heading: Heading): string {
  return textOf(heading).replaceAll(/\s+/g, ' ').trim();
}

function textOf(node: Nodes): string {
  if (isValue(node)) return `[=${valueName(node) ?? ''}]`;
  if (node.type === 'mdxTextExpression')
    return isComment(node.value) ? '' : '…';
  if (!('children' in node)) return toString(node);
  if (node.type === 'mdxJsxTextElement' && node.children.length === 0)
    return '…';
  return node.children.map(textOf).join('');
}

/** Returns the text without recorded values, whose changes would change the id. */
function slugText(node: Nodes): string {
  if (isValue(node)) return '';
  return 'children' in node
    ? node.children.map(slugText).join('')
    : toString(node);
}
