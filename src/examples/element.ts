import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/** The components by which a page shows an example. */
export const componentNames = [
  'ExampleRuns',
  'ExampleFiles',
  'ExampleUses',
  'ExampleEvidence',
  'ExampleVersions',
] as const;

/** The name of such a component. */
export type ComponentName = (typeof componentNames)[number];

/** Such a component where it stands in a page. */
export interface ExampleElement {
  readonly name: ComponentName;
  /** The example that it shows; undefined where it does not say so plainly. */
  readonly example: string | undefined;
  readonly node: MdxJsxFlowElement;
}

/**
 * Finds the components of this room in a page.
 *
 * @param tree the page, before they are replaced
 * @returns them in their order
 */
export function exampleElements(tree: Root): ExampleElement[] {
  const found: ExampleElement[] = [];
  visit(tree, 'mdxJsxFlowElement', (node) => {
    const name = componentNames.find((known) => known === node.name);
    if (name === undefined || isFilled(node)) return;
    const [of, ...others] = node.attributes;
    const value =
      of?.type === 'mdxJsxAttribute' && of.name === 'of' ? of.value : undefined;
    const plain = others.length === 0 && node.children.length === 0;
    const example = plain && typeof value === 'string' ? value : undefined;
    found.push({ name, example, node });
  });
  return found;
}

/**
 * Puts what a component shows in its place: attributes for the component that draws it, and what it holds.
 *
 * @param node the component; changed in place
 * @param attributes each a text
 * @param children what it holds
 */
export function fill(
  node: MdxJsxFlowElement,
  attributes: Readonly<Record<string, string>>,
  children: MdxJsxFlowElement['children'] = [],
): void {
  const { name, attributes: filled } = element(node.name ?? '', {
    ...attributes,
    [mark]: '',
  });
  Object.assign(node, { name, attributes: filled, children });
}

/** Tells one that is filled from one that a page has written. */
const mark = 'data-filled';

function isFilled({ attributes }: MdxJsxFlowElement): boolean {
  return attributes.some(
    (attribute) =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === mark,
  );
}

/**
 * Makes an element.
 *
 * @param name of the component
 * @param attributes each a text
 * @param children what it holds
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: MdxJsxFlowElement['children'] = [],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children,
  };
}

/**
 * Imports components into a page, so that no other page loads them.
 *
 * @param tree the page; changed in place
 * @param names what the module exports
 * @param from the module
 */
export function importInto(
  tree: Root,
  names: readonly string[],
  from: string,
): void {
  const esm: Nodes = {
    type: 'mdxjsEsm',
    value: `import { ${names.join(', ')} } from '${from}';`,
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        comments: [],
        body: [
          {
            type: 'ImportDeclaration',
            attributes: [],
            specifiers: names.map((name) => ({
              type: 'ImportSpecifier',
              imported: { type: 'Identifier', name },
              local: { type: 'Identifier', name },
            })),
            source: { type: 'Literal', value: from, raw: `'${from}'` },
          },
        ],
      },
    },
  };
  tree.children.unshift(esm);
}
