import type { Link, Nodes, PhrasingContent } from 'mdast';
import type {
  MdxJsxAttribute,
  MdxJsxExpressionAttribute,
  MdxJsxTextElement,
} from 'mdast-util-mdx';
import type {} from 'mdast-util-directive';

import {
  isValue,
  valueName,
  valueReference,
} from '../../core/value-reference.ts';
import { onOneLine } from './source-text.ts';

/** Protected parts of a message, by kind. */
export type Inventory = ReadonlyMap<string, readonly string[]>;

function attributeText(
  attribute: MdxJsxAttribute | MdxJsxExpressionAttribute,
): string {
  if (attribute.type === 'mdxJsxExpressionAttribute')
    return `{${attribute.value}}`;
  const { name, value } = attribute;
  if (value === null || value === undefined) return name;
  return typeof value === 'string'
    ? `${name}="${value}"`
    : `${name}={${value.value}}`;
}

/**
 * Formats the opening tag of an element with single spaces, such as `<Badge of="chat" plain />`; equal for interchangeable
 * elements.
 */
export function tagOf(element: MdxJsxTextElement): string {
  const parts = [element.name ?? '', ...element.attributes.map(attributeText)];
  const end = element.children.length === 0 ? ' />' : '>';
  return `<${parts.join(' ').replace(/\s+/g, ' ').trim()}${end}`;
}

/** Formats an expression with single spaces; equal for interchangeable expressions. */
export function expressionText(value: string): string {
  return `{${value.replace(/\s+/g, ' ').trim()}}`;
}

/** Elements of HTML and Docusaurus with untranslated content. */
const literalElements = ['code', 'kbd', 'pre', 'samp', 'var', 'CodeBlock'];

/** Whether the content of an element is code, or it has the attribute `translate="no"`. */
export function isLiteral(node: Nodes): boolean {
  return (
    (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') &&
    (literalElements.includes(node.name ?? '') ||
      node.attributes.some(
        (attribute) =>
          attribute.type === 'mdxJsxAttribute' &&
          attribute.name === 'translate' &&
          attribute.value === 'no',
      ))
  );
}

/** A protected part of a message. */
export interface Part {
  kind: string;
  /** Source; equal for interchangeable parts. */
  text: string;
  /** Its rendered text, including text for screen readers. */
  words: string;
  /** Nested protected parts. */
  parts: Part[];
}

const placeholder = /%(?:\d+\$)?[sd]\b|\{[^{}\s]*\}/g;

/** Returns the rendered text of a node, including text for screen readers, with `{}` for an expression. */
export function wordsOf(node: PhrasingContent): string {
  if (isValue(node)) return '';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image' || node.type === 'imageReference')
    return node.alt ?? '';
  if (node.type === 'mdxTextExpression') return '{}';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** Whether a link's text is its URL. */
function isBare({ url, children }: Link): boolean {
  const [only, ...others] = children;
  return (
    only?.type === 'text' &&
    others.length === 0 &&
    [only.value, `http://${only.value}`, `mailto:${only.value}`].includes(url)
  );
}

type Name = Pick<Part, 'kind' | 'text'>;

/** Returns the name of a node for translators; undefined for text without markup. */
function nameOf(node: PhrasingContent): Name | undefined {
  switch (node.type) {
    case 'inlineCode':
      return { kind: 'code span', text: `\`${onOneLine(node.value)}\`` };
    case 'link':
      return { kind: isBare(node) ? 'bare URL' : 'URL', text: node.url };
    case 'linkReference':
      return valueName(node) === undefined
        ? { kind: 'link reference', text: `[${node.identifier}]` }
        : {
            kind: 'reference',
            text: `${isValue(node) ? '' : '[…]'}[${node.identifier}]`,
          };
    case 'image':
      return { kind: 'image', text: node.url };
    case 'imageReference':
      return { kind: 'image', text: `[${node.identifier}]` };
    case 'footnoteReference':
      return { kind: 'footnote', text: `[^${node.identifier}]` };
    case 'mdxTextExpression':
      return { kind: 'expression', text: expressionText(node.value) };
    case 'html':
      return { kind: 'HTML tag', text: node.value };
    case 'mdxJsxTextElement':
      return isLiteral(node)
        ? {
            kind: 'code element',
            text: `${tagOf(node)}${onOneLine(wordsOf(node))}</${node.name ?? ''}>`,
          }
        : { kind: 'JSX tag', text: tagOf(node) };
    case 'textDirective': {
      // Docusaurus shows a directive without attributes as text.
      const attributes = Object.entries(node.attributes ?? {});
      return node.children.length > 0 || attributes.length > 0
        ? {
            kind: 'directive',
            text: `:${node.name}[…]${JSON.stringify(attributes)}`,
          }
        : undefined;
    }
    case 'emphasis':
      return { kind: 'emphasis', text: '*…*' };
    case 'strong':
      return { kind: 'strong emphasis', text: '**…**' };
    case 'delete':
      return { kind: 'deletion', text: '~~…~~' };
    case 'break':
      return { kind: 'line break', text: '\\' };
    default:
      return undefined;
  }
}

function titleOf(node: PhrasingContent): Part[] {
  if (node.type !== 'link' && node.type !== 'image') return [];
  const kind = `title of ${node.type === 'link' ? 'a link' : 'an image'}`;
  return typeof node.title === 'string'
    ? [{ kind, text: '"…"', words: node.title, parts: [] }]
    : [];
}

/**
 * Finds protected parts: code spans, URLs, tags, expressions, footnotes, images, placeholders, emphasis and hard breaks, as a
 * tree.
 */
export function partsOf(nodes: readonly PhrasingContent[]): Part[] {
  return nodes.flatMap((node): Part[] => {
    if (node.type === 'text')
      return [
        ...[...node.value.matchAll(placeholder)].map(([text]) => ({
          ...{ kind: 'placeholder', text, words: text, parts: [] },
        })),
        // A reference that the page doesn't define.
        ...[...node.value.matchAll(valueReference)].map(([text]) => ({
          ...{ kind: 'reference', text, words: '', parts: [] },
        })),
      ];
    const parts = 'children' in node ? partsOf(node.children) : [];
    const name = nameOf(node);
    return name === undefined
      ? parts
      : [{ ...name, words: wordsOf(node), parts }, ...titleOf(node)];
  });
}

/**
 * Counts protected parts.
 *
 * @returns the sorted parts of each kind
 */
export function inventoryOf(parts: readonly Part[]): Inventory {
  const found = new Map<string, string[]>();
  const count = ({ kind, text, parts: inner }: Part): void => {
    const list = found.get(kind);
    if (list === undefined) found.set(kind, [text]);
    else list.push(text);
    inner.forEach(count);
  };
  parts.forEach(count);
  for (const list of found.values()) list.sort();
  return found;
}

/** Addresses with any scheme, or with `www.`. */
export const addresses = /\b(?:[a-z][a-z\d+.-]*:\/\/|www\.)[\x21-\x7e]*[\w/]/gi;

/**
 * Lists protected parts of plain text: attributes, front matter, comments in code and interface texts aren't Markdown, but
 * contain code spans, URLs and placeholders, too.
 */
export function inventoryOfText(text: string): Inventory {
  const found = new Map<string, string[]>();
  const kinds: [string, RegExp][] = [
    ['code span', /`[^`]+`/g],
    // Docusaurus inserts the footer's copyright as HTML.
    ['HTML tag', /<[/!?a-z][^<>]*>?/gi],
    ['URL', addresses],
    ['placeholder', /%(?:\d+\$)?[sd]\b|\{[^{}\s]*\}/g],
  ];
  for (const [kind, pattern] of kinds) {
    const list = [...text.matchAll(pattern)].map(([match]) => match);
    if (list.length > 0) found.set(kind, list.sort());
  }
  return found;
}

function count(list: readonly string[], item: string): number {
  return list.filter((other) => other === item).length;
}

const article = (kind: string): string =>
  /^(?:expression|image|emphasis|HTML tag)$/.test(kind) ? 'an' : 'a';

/**
 * Compares the protected parts of a translation with its source.
 *
 * @param written both texts, in which a URL may differ from its target
 * @returns the first difference and what to do; undefined if there is none
 */
export function differenceBetween(
  source: Inventory,
  translation: Inventory,
  written: { id: string; text: string } = { id: '', text: '' },
): string | undefined {
  for (const kind of new Set([...source.keys(), ...translation.keys()])) {
    const ours = source.get(kind) ?? [];
    const theirs = translation.get(kind) ?? [];
    const missing = ours.find(
      (item) => count(theirs, item) < count(ours, item),
    );
    const extra = theirs.find(
      (item) => count(theirs, item) > count(ours, item),
    );
    const lost = missing && asWritten(missing, written.id);
    const found = extra && asWritten(extra, written.text);
    if (missing !== undefined)
      return extra === undefined
        ? `the translation lost the ${kind} ${lost}; the English has it ${times(count(ours, missing))}, the translation ${times(count(theirs, missing))}; write it as the msgid does.`
        : `the translation changed the ${kind} ${lost}; there is ${found} instead; write it as the msgid does.`;
    if (extra !== undefined)
      return `the translation has ${article(kind)} ${kind} that the English lacks; there is ${found}; ${/^(?:placeholder|line break|HTML tag)$/.test(kind) ? 'remove it' : 'remove it, or escape it with a backslash if it is meant as text'}.`;
  }
  return undefined;
}

/** Removes the scheme that the parser added to `www.example.org` and `me@example.org`. */
function asWritten(item: string, text: string): string {
  const bare = item.replace(/^(?:http:\/\/(?=www\.)|mailto:)/i, '');
  return !text.includes(item) && text.includes(bare) ? bare : item;
}

function times(number: number): string {
  return number === 0
    ? 'not at all'
    : number === 1
      ? 'once'
      : `${number} times`;
}
