import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/** The components that the page of an example consists of. */
export const pageComponentNames = [
  'ExampleRuns',
  'ExampleFiles',
  'ExampleUses',
  'ExampleEvidence',
  'ExampleVersions',
] as const;

/** The components that show an example. */
export const componentNames = [...pageComponentNames, 'ExampleStart'] as const;

/** The name of such a component. */
export type ComponentName = (typeof componentNames)[number];

/** A component in a page. */
export interface ExampleElement {
  readonly name: ComponentName;
  /** The name of the example; undefined if the component has other attributes or children. */
  readonly example: string | undefined;
  /** Whether it shows only the files that the code of the page imports. */
  readonly imported: boolean;
  readonly node: MdxJsxFlowElement;
}

/** Finds the components of a page, in their order, before they are filled. */
export function exampleElements(tree: Root): ExampleElement[] {
  const found: ExampleElement[] = [];
  visit(tree, 'mdxJsxFlowElement', (node) => {
    const name = componentNames.find((known) => known === node.name);
    if (name === undefined || isFilled(node)) return;
    const [of, ...others] = node.attributes;
    const value =
      of?.type === 'mdxJsxAttribute' && of.name === 'of' ? of.value : undefined;
    const imported = name === 'ExampleFiles' && isImported(others[0]);
    const plain =
      others.length === (imported ? 1 : 0) && node.children.length === 0;
    const example = plain && typeof value === 'string' ? value : undefined;
    found.push({ name, example, imported, node });
  });
  return found;
}

function isImported(
  attribute: MdxJsxFlowElement['attributes'][number] | undefined,
): boolean {
  return (
    attribute?.type === 'mdxJsxAttribute' &&
    attribute.name === 'imported' &&
    attribute.value === null
  );
}

/** Replaces the attributes and children of a component, in place. */
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

/** Marks filled components. */
const mark = 'data-filled';

function isFilled({ attributes }: MdxJsxFlowElement): boolean {
  return attributes.some(
    (attribute) =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === mark,
  );
}

/** Creates an element with text attributes. */
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

/** Imports components into a page, so that other pages don't load them. */
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
