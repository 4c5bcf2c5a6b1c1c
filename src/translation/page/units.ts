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
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx';

import { isValue, valueName } from '../../core/value-reference.ts';
import type { Message } from '../catalogue/catalogue.ts';
import { type CommentBlock, commentBlocks } from './code-comments.ts';
import { setTitle, titleOf, titleProblem } from './fence-title.ts';
import { headingText, startOfId, writtenId } from './headings.ts';
import { isLiteral } from './inventory.ts';
import { contentRange, isBlank, onOneLine, written } from './source-text.ts';

/** A run of inline nodes that a translation replaces. */
export interface InlineUnit {
  kind: 'inline';
  message: Message;
  /** Parent of the nodes. */
  parent: Parent;
  /** Nodes of the message. */
  nodes: PhrasingContent[];
  /** Nodes after the message: the explicit id of a heading. */
  rest: PhrasingContent[];
}

/** A plain text: an attribute or an alternative text. */
export interface TextUnit {
  kind: 'text';
  message: Message;
  set: (text: string) => void;
  /** Additional validation of translations. */
  problem?: (text: string) => string | undefined;
}

/** All translatable comments of a code block. */
export interface CodeUnit {
  kind: 'code';
  code: Code;
  language: string;
  comments: { message: Message; block: CommentBlock }[];
}

/** A translatable part of a page. */
export type Unit = InlineUnit | TextUnit | CodeUnit;

/** Attributes of JSX elements that readers see or hear. */
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
  'html',
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

/** Whether the text of a node contains letters; code doesn't count. */
export function hasWords(node: Nodes): boolean {
  if (isValue(node)) return false;
  if (node.type === 'text') return /\p{L}/u.test(node.value);
  if (node.type === 'image' || node.type === 'imageReference')
    return /\p{L}/u.test(node.alt ?? '');
  // Docusaurus converts directives such as `12:am` back to text.
  if (node.type === 'textDirective') return true;
  return 'children' in node && node.children.some(hasWords);
}

/** Whether there are only elements and value references; the content of each is a message. */
function onlyElements(nodes: readonly Nodes[]): boolean {
  return nodes.every(
    (node) =>
      jsxTypes.has(node.type) ||
      valueName(node) !== undefined ||
      node.type === 'mdxTextExpression' ||
      (node.type === 'text' && isBlank(node.value)),
  );
}

function attributeNamed(
  attributes: MdxJsxFlowElement['attributes'],
  name: string,
): MdxJsxAttribute | undefined {
  return attributes.find(
    (attribute): attribute is MdxJsxAttribute =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === name,
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
 * @param tree the parsed page with filled fences
 * @param source the text that the tree was parsed from
 * @param code whether to find comments in code, which takes longest
 * @returns units in page order
 */
export function unitsOf(
  tree: Root,
  source: string,
  code: 'with code' | 'without code' = 'with code',
): Unit[] {
  const units: Unit[] = [];
  /** Headings above the current position, by depth. */
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
    problem?: TextUnit['problem'],
  ): void {
    if (!/\p{L}/u.test(id)) return;
    units.push({
      kind: 'text',
      message: message(onOneLine(id), what, context),
      set,
      ...(problem === undefined ? {} : { problem }),
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
    if (node.type === 'mdxJsxFlowElement') tabLabel(node);
    if ('children' in node && isPhrasing(node))
      node.children.forEach(attributes);
  }

  /** The value of a tab is its label by default. */
  function tabLabel({ name, attributes: all }: MdxJsxFlowElement): void {
    if (name !== 'TabItem' || attributeNamed(all, 'label') !== undefined)
      return;
    const value = attributeNamed(all, 'value')?.value;
    // Identifiers, such as `npm`, aren't translated.
    if (typeof value !== 'string' || /^[a-z\d._@/-]+$/.test(value)) return;
    text(
      value,
      'attribute value of <TabItem>',
      (label) => {
        if (label !== value)
          all.push({ type: 'mdxJsxAttribute', name: 'label', value: label });
      },
      'label',
    );
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
    // The id may become a separate node.
    const id =
      parent.type === 'heading' ? writtenId(parent as Heading) : undefined;
    const children = parent.children.filter(isPhrasing);
    // Nodes of unknown plugins have no Markdown syntax, so the block isn't translated.
    if (children.length < parent.children.length) return;
    const rest = id?.nodes ?? [];
    if (id !== undefined) children.splice(-1);
    const nodes = trimmed(children);
    const [only] = nodes;
    if (nodes.length === 1 && only?.type === 'image') image(only);
    else if (onlyElements(nodes) && parent.type !== 'heading') {
      for (const node of nodes) element(node, place);
    } else {
      const content = contentRange(source, parent as Nodes);
      const end = id === undefined ? content?.end : startOfId(source, id);
      const text = written(source, nodes, {
        ...place,
        content: content && end !== undefined ? { ...content, end } : undefined,
      });
      if (text !== undefined && nodes.some(hasWords))
        units.push({
          kind: 'inline',
          message: message(text, place.what),
          parent,
          nodes,
          rest,
        });
      nodes.forEach(attributes);
    }
  }

  function element(node: Nodes, place: Place): void {
    if (node.type === 'linkReference' && !isValue(node))
      inline(node, { ...place, what: 'bound words' });
    if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement')
      return;
    ownAttributes(node);
    if (isLiteral(node)) return;
    const words = node.children.some((child) => isPhrasing(child));
    if (words) inline(node, { ...place, what: `text of <${node.name ?? ''}>` });
    else for (const child of node.children) walk(child, place);
  }

  function fenceTitle(node: Code): void {
    const title = titleOf(node);
    if (title === undefined) return;
    const set = (translation: string) => setTitle(node, translation);
    text(title, 'title of a code block', set, 'title', (translation) =>
      titleProblem(node, translation),
    );
  }

  function ownAttributes(node: Nodes): void {
    if (!('attributes' in node)) return;
    // The children of an element are visited separately.
    attributes({ ...node, children: [] });
  }

  /** Titles of admonitions in the form `:::note{title="…"}`. */
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
        fenceTitle(node);
        if (code === 'with code') comments(node);
        return;
      case 'definition':
        if (valueName(node) !== undefined) return;
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
