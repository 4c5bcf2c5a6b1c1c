import type { Link, LinkReference, PhrasingContent } from 'mdast';
import type {
  MdxJsxAttribute,
  MdxJsxExpressionAttribute,
  MdxJsxTextElement,
} from 'mdast-util-mdx';
import type {} from 'mdast-util-directive';

import { isBlank, onOneLine } from './written.ts';

/** The parts of a message that are the same in every language, by their kind and as they are written. */
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
 * Writes the opening tag of an element, with the spaces in it made single.
 *
 * @param element - The element.
 * @returns For example `<Fact of="chat/routes#url" plain />`; equal for elements that may stand for each other.
 */
export function tagOf(element: MdxJsxTextElement): string {
  const parts = [element.name ?? '', ...element.attributes.map(attributeText)];
  const end = element.children.length === 0 ? ' />' : '>';
  return `<${parts.join(' ').replace(/\s+/g, ' ').trim()}${end}`;
}

/**
 * Writes an expression with the spaces in it made single.
 *
 * @param value - What stands between its braces.
 * @returns The expression; equal for those that may stand for each other.
 */
export function expressionText(value: string): string {
  return `{${value.replace(/\s+/g, ' ').trim()}}`;
}

/** A link without words cannot be seen: it is not the same link. */
function linkText({ children }: Link | LinkReference, target: string): string {
  const visible = children.some(
    (child) => child.type !== 'text' || !isBlank(child.value),
  );
  return visible ? target : `[](${target})`;
}

const placeholder = /%(?:\d+\$)?[sd]\b/g;

/**
 * Lists what a translation must not change.
 *
 * @param nodes - A message as nodes.
 * @returns Code spans, URLs, tags, expressions, footnotes, images, placeholders, emphasis and hard breaks, sorted.
 */
export function inventoryOf(nodes: readonly PhrasingContent[]): Inventory {
  const found = new Map<string, string[]>();
  const add = (kind: string, text: string): void => {
    const list = found.get(kind);
    if (list === undefined) found.set(kind, [text]);
    else list.push(text);
  };
  const walk = (node: PhrasingContent): void => {
    switch (node.type) {
      case 'text':
        for (const [text] of node.value.matchAll(placeholder))
          add('placeholder', text);
        break;
      case 'inlineCode':
        add('code span', `\`${onOneLine(node.value)}\``);
        break;
      case 'link':
        add('URL', linkText(node, node.url));
        if (typeof node.title === 'string') add('title of a link', '"…"');
        break;
      case 'linkReference':
        add('link reference', linkText(node, `[${node.identifier}]`));
        break;
      case 'image':
        add('image', node.url);
        if (typeof node.title === 'string') add('title of an image', '"…"');
        break;
      case 'imageReference':
        add('image', `[${node.identifier}]`);
        break;
      case 'footnoteReference':
        add('footnote', `[^${node.identifier}]`);
        break;
      case 'mdxTextExpression':
        add('expression', expressionText(node.value));
        break;
      case 'mdxJsxTextElement':
        add('JSX tag', tagOf(node));
        break;
      case 'textDirective': {
        // Docusaurus shows one without any of these as the text that it is.
        const attributes = Object.entries(node.attributes ?? {});
        if (node.children.length > 0 || attributes.length > 0)
          add('directive', `:${node.name}[…]${JSON.stringify(attributes)}`);
        break;
      }
      case 'emphasis':
        add('emphasis', '*…*');
        break;
      case 'strong':
        add('strong emphasis', '**…**');
        break;
      case 'delete':
        add('deletion', '~~…~~');
        break;
      case 'break':
        add('line break', '\\');
        break;
      default:
        break;
    }
    if ('children' in node) node.children.forEach(walk);
  };
  nodes.forEach(walk);
  for (const list of found.values()) list.sort();
  return found;
}

/**
 * Lists what a translation of plain text must not change: attributes, front matter, comments in code and the interface
 * are not Markdown, but they have code spans, URLs and placeholders all the same.
 *
 * @param text - The text.
 * @returns Its inventory.
 */
export function inventoryOfText(text: string): Inventory {
  const found = new Map<string, string[]>();
  const kinds: [string, RegExp][] = [
    ['code span', /`[^`]+`/g],
    // Docusaurus writes the copyright of the footer as HTML, and so may others.
    ['HTML tag', /<[/!?a-z][^<>]*>?/gi],
    ['URL', /(?:https?|wss?):\/\/[\x21-\x7e]*[\w/]/g],
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
 * Compares a translation with its source.
 *
 * @param source - Inventory of the source.
 * @param translation - Inventory of the translation.
 * @param written - Both texts, where their URLs may be written in another way than they lead.
 * @returns The first difference and what to do about it, for a translator; undefined if there is none.
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
      return `the translation has ${article(kind)} ${kind} that the English has not; there is ${found}; ${/^(?:placeholder|line break|HTML tag)$/.test(kind) ? 'take it out' : 'take it out, or escape it with a backslash if it is meant as text'}.`;
  }
  return undefined;
}

/** `www.example.org` and `me@example.org` are links without the beginning that their targets have. */
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
