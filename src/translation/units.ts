import type {
  Code,
  Heading,
  Image,
  Nodes,
  Parent,
  PhrasingContent,
  Root,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { MdxJsxAttribute } from 'mdast-util-mdx';

import { type CommentBlock, commentBlocks } from './code-comments.ts';
import { contentRange } from './content-range.ts';
import { explicitId } from './heading-ids.ts';
import { headingText } from './heading-text.ts';
import type { Message } from './message.ts';
import { isBlank, onOneLine, written } from './written.ts';

/** A run of inline nodes that a translation replaces. */
export interface InlineUnit {
  kind: 'inline';
  message: Message;
  /** What holds the nodes. */
  parent: Parent;
  /** The nodes that the message says. */
  nodes: PhrasingContent[];
  /** What follows them and is no part of it: the explicit id of a heading. */
  rest: PhrasingContent[];
}

/** A plain string: an attribute or an alternative text. */
export interface TextUnit {
  kind: 'text';
  message: Message;
  set: (text: string) => void;
}

/** All translatable comments of one shown code. */
export interface CodeUnit {
  kind: 'code';
  code: Code;
  language: string;
  comments: { message: Message; block: CommentBlock }[];
}

/** A place of a page that has words of its own. */
export type Unit = InlineUnit | TextUnit | CodeUnit;

/** The attributes of JSX elements that a reader sees or hears. */
const readableAttributes = new Set([
  'alt',
  'aria-label',
  'caption',
  'description',
  'label',
  'placeholder',
  'summary',
  'title',
]);

const jsxTypes = new Set(['mdxJsxTextElement', 'mdxJsxFlowElement']);

const phrasingTypes = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'strong',
  'text',
  'textDirective',
]);

function isPhrasing(node: Nodes): node is PhrasingContent {
  return phrasingTypes.has(node.type);
}

/**
 * Tells whether a node says something to a reader; code does not.
 *
 * @param node - The node.
 * @returns Whether there is a letter in its texts.
 */
export function hasWords(node: Nodes): boolean {
  if (node.type === 'text') return /\p{L}/u.test(node.value);
  if (node.type === 'image' || node.type === 'imageReference')
    return /\p{L}/u.test(node.alt ?? '');
  // `12:am` is text to a reader; Docusaurus makes it one again.
  if (node.type === 'textDirective') return true;
  return 'children' in node && node.children.some(hasWords);
}

/** Nothing but elements: each of them speaks for itself. */
function onlyElements(nodes: readonly Nodes[]): boolean {
  return nodes.every(
    (node) =>
      jsxTypes.has(node.type) ||
      node.type === 'mdxTextExpression' ||
      (node.type === 'text' && isBlank(node.value)),
  );
}

interface Place {
  quotes: number;
  table: boolean;
  what: string;
}

/**
 * Finds everything on a page that can be translated.
 *
 * @param tree - The page as parsed, with its code filled in.
 * @param source - The text that the tree was parsed from.
 * @param code - Whether the comments in code are looked for, which takes the longest.
 * @returns The units in the order of the page.
 */
export function unitsOf(
  tree: Root,
  source: string,
  code: 'with code' | 'without code' = 'with code',
): Unit[] {
  const units: Unit[] = [];
  /** The headings that the current place stands below, by their depth. */
  let headings: { depth: number; text: string }[] = [];

  let line: number | undefined;

  function message(id: string, what: string, context?: string): Message {
    const section = headings.at(-1)?.text ?? '';
    return {
      id,
      ...(context === undefined ? {} : { context }),
      comment: section === '' ? what : `${what}, in "${section}"`,
      ...(line === undefined ? {} : { line }),
    };
  }

  function text(
    id: string,
    what: string,
    set: (text: string) => void,
    context?: string,
  ): void {
    if (!/\p{L}/u.test(id)) return;
    units.push({
      kind: 'text',
      message: message(onOneLine(id), what, context),
      set,
    });
  }

  function image(node: Image): void {
    text(node.alt ?? '', 'alternative text of an image', (alt) => {
      node.alt = alt;
    });
    text(node.title ?? '', 'title of an image', (title) => {
      node.title = title;
    });
  }

  function attributes(node: Nodes): void {
    if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement')
      for (const attribute of node.attributes)
        if (
          attribute.type === 'mdxJsxAttribute' &&
          readableAttributes.has(attribute.name) &&
          typeof attribute.value === 'string'
        )
          attributeUnit(attribute, attribute.value, node.name ?? '');
    if ('children' in node && isPhrasing(node))
      node.children.forEach(attributes);
  }

  function attributeUnit(
    attribute: MdxJsxAttribute,
    value: string,
    element: string,
  ): void {
    const { name } = attribute;
    text(
      value,
      `attribute ${name} of <${element}>`,
      (translation) => {
        attribute.value = translation;
      },
      name === 'label' || name === 'title' ? name : undefined,
    );
  }

  function inline(parent: Parent, place: Place): void {
    const children = parent.children.filter(isPhrasing);
    // What a plugin has invented cannot be written in a message: the block stays as it is.
    if (children.length < parent.children.length) return;
    const rest =
      parent.type === 'heading' && explicitId(parent as Heading) !== undefined
        ? children.splice(-1)
        : [];
    const nodes = trimmed(children);
    const [only] = nodes;
    if (nodes.length === 1 && only?.type === 'image') image(only);
    else if (onlyElements(nodes) && parent.type !== 'heading') {
      for (const node of nodes) element(node, place);
    } else {
      const content = contentRange(source, parent as Nodes);
      const end = rest[0]?.position?.start.offset ?? content?.end;
      const id = written(source, nodes, {
        ...place,
        content: content && end !== undefined ? { ...content, end } : undefined,
      });
      if (id !== undefined && nodes.some(hasWords))
        units.push({
          kind: 'inline',
          message: message(id, place.what),
          parent,
          nodes,
          rest,
        });
      nodes.forEach(attributes);
    }
  }

  function element(node: Nodes, place: Place): void {
    if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement')
      return;
    ownAttributes(node);
    const words = node.children.some((child) => isPhrasing(child));
    if (words) inline(node, { ...place, what: `text of <${node.name ?? ''}>` });
    else for (const child of node.children) walk(child, place);
  }

  function ownAttributes(node: Nodes): void {
    if (!('attributes' in node)) return;
    // The children of an element are walked on their own.
    attributes({ ...node, children: [] });
  }

  /** `:::note{title="…"}` is the other way to write `:::note[…]`. */
  function noteTitle(node: ContainerDirective): void {
    const attributes = (node.attributes ??= {});
    text(
      attributes['title'] ?? '',
      'title of a note',
      (title) => {
        attributes['title'] = title;
      },
      'title',
    );
  }

  function comments(node: Code): void {
    const language = node.lang ?? '';
    const found = commentBlocks(node.value, language).map((block) => ({
      block,
      message: message(
        block.lines.join('\n'),
        `comment in shown code (${language}), ${block.lines.length === 1 ? 'one line' : `${block.lines.length} lines`}`,
        'code',
      ),
    }));
    if (found.length > 0)
      units.push({ kind: 'code', code: node, language, comments: found });
  }

  function walk(node: Nodes, place: Place): void {
    line = node.position?.start.line ?? line;
    switch (node.type) {
      case 'heading':
        headings = headings.filter(({ depth }) => depth < node.depth);
        inline(node, { ...place, what: `heading ${node.depth}` });
        headings.push({ depth: node.depth, text: headingText(node) });
        return;
      case 'paragraph':
        inline(
          node,
          node.data !== undefined && 'directiveLabel' in node.data
            ? { ...place, what: 'title of a note' }
            : place,
        );
        return;
      case 'tableCell':
        inline(node, { ...place, table: true, what: 'table cell' });
        return;
      case 'leafDirective':
        inline(node, { ...place, what: 'label' });
        return;
      case 'code':
        if (code === 'with code') comments(node);
        return;
      case 'definition':
        text(node.title ?? '', 'title of a link', (title) => {
          node.title = title;
        });
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        element(node, place);
        return;
      default:
        if (node.type === 'containerDirective') noteTitle(node);
        if ('children' in node)
          for (const child of node.children) walk(child, within(node, place));
    }
  }

  walk(tree, { quotes: 0, table: false, what: 'paragraph' });
  return units;
}

function within(node: Nodes, place: Place): Place {
  switch (node.type) {
    case 'blockquote':
      return { ...place, quotes: place.quotes + 1, what: 'quotation' };
    case 'listItem':
      return { ...place, what: 'list item' };
    case 'containerDirective':
      return { ...place, what: 'note' };
    case 'footnoteDefinition':
      return { ...place, what: 'footnote' };
    default:
      return place;
  }
}

function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const blank = (node: PhrasingContent | undefined): boolean =>
    node?.type === 'text' && isBlank(node.value);
  const result = [...nodes];
  while (blank(result[0])) result.shift();
  while (blank(result.at(-1))) result.pop();
  return result;
}
