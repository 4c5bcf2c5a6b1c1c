import { createSlugger } from '@docusaurus/utils';
import type { Nodes, Parent, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-directive';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { admonitionOf } from './admonition.ts';
import { blocksOf } from './blocks.ts';
import { elementOf } from './elements.ts';
import { fromHtml } from './from-html.ts';
import { TwinError } from './problem.ts';

const holdsBlocks: ReadonlySet<string> = new Set(['blockquote', 'listItem']);

/** A component or an element, where it stands in a page. */
export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** What writes a component as Markdown. */
export interface ComponentPlace {
  /** The address of the heading that it stands below, or of the page. */
  readonly here: string;
  /** The address of a path from the root of the site, in the page's language. */
  readonly addressOf: (path: string) => string;
  /** What the component holds, as Markdown. */
  readonly children: RootContent[];
}

/** Writes a component as Markdown. A TwinError, or any other error, is reported with the line of the component. */
export type ComponentWriter = (
  element: JsxElement,
  place: ComponentPlace,
) => RootContent[];

/** What a page is made plain with. */
export interface PlainOptions {
  readonly components: Readonly<Record<string, ComponentWriter>>;
  /** Classes of what a style sheet strikes through. */
  readonly struckThrough: readonly string[];
  /** The address of the page. */
  readonly address: string;
  readonly addressOf: (path: string) => string;
  /** Where a link of the page leads; undefined if nobody knows. */
  readonly linkOf: (url: string) => string | undefined;
  /** Told of each problem with the line in the text that was parsed. */
  readonly onProblem: (line: number, message: string) => void;
}

/**
 * A page without anything that only its site understands: no components, no directives, no HTML of plugins.
 *
 * @param tree the page, behind all other plugins; it is not changed
 * @param options what components and links become
 * @returns plain Markdown
 */
export function plainPage(tree: Root, options: PlainOptions): Root {
  const slugger = createSlugger();
  let here = options.address;
  let line = 1;
  return { type: 'root', children: blocksOf(plainAll(tree.children)) };

  function plainAll(nodes: readonly Nodes[]): RootContent[] {
    return nodes.flatMap((node) => {
      // What the translation made has no place of its own: the one before it is near.
      line = node.position?.start.line ?? line;
      try {
        return plain(node);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        options.onProblem(line, error.message);
        return [];
      }
    });
  }

  function plain(node: Nodes): RootContent[] {
    const { data } = node;
    if (data?.hChildren !== undefined) {
      const { hName: tagName = 'div', hProperties, hChildren } = data;
      return fromHtml([
        {
          type: 'element',
          tagName,
          properties: { ...hProperties },
          children: hChildren,
        },
      ]);
    }
    switch (node.type) {
      case 'root':
      case 'yaml':
      case 'mdxjsEsm':
        return [];
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return jsx(node);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return expression(node.value);
      case 'containerDirective':
      case 'leafDirective':
      case 'textDirective':
        return admonitionOf(node, plainAll);
      case 'heading':
        return [heading(node)];
      case 'link':
        return [{ ...settled(node), url: link(node.url) }];
      case 'definition':
        return [{ ...settled(node), url: link(node.url) }];
      case 'code':
        return [{ ...settled(node), meta: metaOf(node.meta) }];
      case 'inlineCode':
        return isStruckThrough(node)
          ? [{ type: 'delete', children: [settled(node)] }]
          : [settled(node)];
      // Words that a plugin has put into an element of its own.
      case 'sourceLanguage':
      case 'translationNote':
        return plainAll(node.children);
      default:
        return [settled(node)];
    }
  }

  /** A copy that says only what Markdown can say. */
  function settled<Node extends RootContent>(node: Node): Node {
    const copy: Node = { ...node };
    delete copy.data;
    if ('children' in copy) settleChildren(copy);
    return copy;
  }

  function settleChildren(parent: Parent): void {
    const children = plainAll(parent.children);
    parent.children = holdsBlocks.has(parent.type)
      ? blocksOf(children)
      : children;
  }

  function heading(node: Extract<Nodes, { type: 'heading' }>): RootContent {
    const id = node.data?.hProperties?.['id'];
    const copy = settled(node);
    const own = slugger.slug(toString(copy));
    if (typeof id !== 'string') return copy;
    here = `${options.address.replace(/#.*$/s, '')}#${id}`;
    // In another language, a link would not find it by its words.
    if (id !== own) copy.children.push({ type: 'html', value: ` {#${id}}` });
    return copy;
  }

  function link(url: string): string {
    const target = options.linkOf(url);
    if (target !== undefined) return target;
    throw new TwinError(
      `nobody knows where "${url}" leads outside of the page. Link the file of the page, or write an address.`,
    );
  }

  function jsx(element: JsxElement): RootContent[] {
    const { name } = element;
    const children = plainAll(element.children);
    if (name === null) return children;
    const write = options.components[name];
    if (write !== undefined) {
      const { addressOf } = options;
      return write(element, { here, addressOf, children });
    }
    if (/^[A-Z]/.test(name) && name !== 'Details') {
      const known = Object.keys(options.components).join(', ');
      throw new TwinError(
        `<${name}> has no form in Markdown; there is one for ${known}. Write one, in what is given to the room of the twins as "components".`,
      );
    }
    const attribute = (key: string) => attributeOf(element, key);
    const found = elementOf({ name, attribute, children });
    return found.map((node) =>
      node.type === 'link' ? { ...node, url: link(node.url) } : node,
    );
  }

  function isStruckThrough({ data }: Nodes): boolean {
    const classes = data?.hProperties?.['className'];
    return (
      Array.isArray(classes) &&
      classes.some((one) => options.struckThrough.includes(one))
    );
  }
}

/**
 * An attribute of an element.
 *
 * @param element any
 * @param name of the attribute
 * @returns it, if it is a plain text
 */
export function attributeOf(
  { attributes }: JsxElement,
  name: string,
): string | undefined {
  const found = attributes.find(
    (one) => one.type === 'mdxJsxAttribute' && one.name === name,
  );
  return typeof found?.value === 'string' ? found.value : undefined;
}

/** A comment says nothing, and a text in braces itself. */
function expression(value: string): RootContent[] {
  const text = value.replaceAll(/\/\*[^]*?\*\//g, '').trim();
  if (text === '') return [];
  const [, , words] = /^(['"`])((?:(?!\1)[^\\$])*)\1$/.exec(text) ?? [];
  if (words !== undefined) return [{ type: 'text', value: words }];
  throw new TwinError(
    `{${text}} is computed in the page, and a twin is not. Write its text, or a component that has a form in Markdown.`,
  );
}

/** What a reader of the text can use: the name of the file, its address, the lines that are marked. */
function metaOf(meta: string | null | undefined): string | null {
  const kept = meta?.match(/\b(?:title|source)="[^"]*"|\{[\d,\s-]+\}/g) ?? [];
  return kept.length === 0 ? null : kept.join(' ');
}
