import type { Code, Heading, LinkReference, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type FenceMeta, parseFenceMeta } from './fence-meta.ts';
import { isValue, valueName } from './value-reference.ts';

/** A fence of a page. */
export interface IndexedFence extends FenceMeta {
  readonly node: Code;
  /** Line in the parsed text, from 1. */
  readonly line: number;
}

/** An element or a component in a page. */
export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** A JSX element of a page, with its attributes in any order. */
export interface IndexedElement {
  /** Such as `Fact` or `Card.Body`; undefined for a fragment. */
  readonly name: string | undefined;
  /** The attributes that are plain texts. */
  readonly texts: ReadonlyMap<string, string>;
  readonly node: JsxElement;
  readonly line: number;
}

/** A heading of a page. */
export interface IndexedHeading {
  readonly node: Heading;
  readonly text: string;
  readonly line: number;
}

/** The target of a link, an image or a definition. */
export interface IndexedLink {
  readonly url: string;
  readonly line: number;
}

/** A reference to a recorded value. */
export interface IndexedValue {
  readonly name: string;
  /** `value` for `[=name]`, `words` for `[words][=name]`. */
  readonly kind: 'value' | 'words';
  readonly node: LinkReference;
  readonly line: number;
}

/** Where a recorded value comes from. */
export interface IndexedDefinition {
  readonly name: string;
  readonly url: string;
  readonly title: string | undefined;
  readonly line: number;
}

/** References of a page, collected in one pass over its tree. */
export interface PageIndex {
  readonly fences: readonly IndexedFence[];
  readonly elements: readonly IndexedElement[];
  readonly headings: readonly IndexedHeading[];
  readonly links: readonly IndexedLink[];
  readonly values: readonly IndexedValue[];
  readonly definitions: readonly IndexedDefinition[];
  /** Names that the page imports or declares. */
  readonly defined: ReadonlySet<string>;
}

/**
 * Indexes a page.
 *
 * @param tree the parsed page, before any plugin has changed it
 * @returns fences, elements, headings, links, value references and definitions, each in reading order
 */
export function indexPage(tree: Root): PageIndex {
  const fences: IndexedFence[] = [];
  const elements: IndexedElement[] = [];
  const headings: IndexedHeading[] = [];
  const links: IndexedLink[] = [];
  const values: IndexedValue[] = [];
  const definitions: IndexedDefinition[] = [];
  const defined = new Set<string>();
  visit(tree, (node: Nodes) => {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'code':
        fences.push({ ...parseFenceMeta(node), node, line });
        break;
      case 'heading':
        headings.push({ node, text: toString(node), line });
        break;
      case 'image':
        links.push({ url: node.url, line });
        break;
      case 'definition':
      case 'link': {
        const name = valueName(node);
        const { url, title } = node;
        if (name === undefined) links.push({ url, line });
        else definitions.push({ name, url, title: title ?? undefined, line });
        break;
      }
      case 'linkReference': {
        const name = valueName(node);
        if (name === undefined) break;
        values.push({
          name,
          kind: isValue(node) ? 'value' : 'words',
          node,
          line,
        });
        break;
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const texts = textAttributes(node);
        const href = texts.get('href') ?? texts.get('to') ?? texts.get('src');
        if (href !== undefined) links.push({ url: href, line });
        elements.push({ name: node.name ?? undefined, texts, node, line });
        break;
      }
      case 'mdxjsEsm':
        for (const name of namesOf(node.data?.estree)) defined.add(name);
        break;
    }
  });
  return { fences, elements, headings, links, values, definitions, defined };
}

/** Returns the attributes of an element that are plain texts. */
export function textAttributes({
  attributes,
}: JsxElement): Map<string, string> {
  const texts = new Map<string, string>();
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue;
    if (typeof attribute.value === 'string') {
      texts.set(attribute.name, attribute.value);
    }
  }
  return texts;
}

type Program = NonNullable<
  NonNullable<Extract<Nodes, { type: 'mdxjsEsm' }>['data']>['estree']
>;

/** Returns the names that imports and exports of a page declare. */
function namesOf(program: Program | null | undefined): string[] {
  return (program?.body ?? []).flatMap((statement) => {
    if (statement.type === 'ImportDeclaration') {
      return statement.specifiers.map(({ local }) => local.name);
    }
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { declaration } = statement;
    if (!declaration) return [];
    if (declaration.type !== 'VariableDeclaration') {
      return [declaration.id.name];
    }
    return declaration.declarations.flatMap(({ id }) =>
      id.type === 'Identifier' ? [id.name] : [],
    );
  });
}
