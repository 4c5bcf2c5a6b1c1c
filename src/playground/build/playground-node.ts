import type { Expression } from 'estree';
import type { RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx';
import { PlaygroundError } from './app-files.ts';

const known = ['of', 'send', 'ask', 'url'] as const;

/** Attributes of a `<Playground>`. */
export interface PlaygroundAttributes {
  readonly of: string;
  /** Evidence whose scenarios can be replayed and whose messages are presets. */
  readonly send: string;
  /** Evidence whose requests are the presets instead, or a route with a method: `notes/routes#list.get`. */
  readonly ask: string;
  /** The initial URL, needed if the route is a pattern. */
  readonly url: string | undefined;
}

/**
 * Reads `<Playground of="…" send="…" ask="…" url="…" />`.
 *
 * @throws PlaygroundError for anything else
 */
export function readAttributes(node: MdxJsxFlowElement): PlaygroundAttributes {
  const values = new Map<string, string>();
  for (const attribute of node.attributes) {
    const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
    if (!known.some((one) => one === name)) {
      throw new PlaygroundError(
        `<Playground> has no attribute "${name}"; it has ${known.map((one) => `"${one}"`).join(', ')}. Delete it.`,
      );
    }
    if (typeof attribute.value !== 'string') {
      throw new PlaygroundError(
        `<Playground> takes a string as ${name}. Write ${name}="…".`,
      );
    }
    values.set(name, attribute.value);
  }
  const of = values.get('of');
  if (of === undefined || node.children.length > 0) {
    throw new PlaygroundError(
      `<Playground> names a handler and has no content. Write <Playground of="chat/src/server/routes/api/ws/chat.ts" />.`,
    );
  }
  return {
    of,
    send: values.get('send') ?? '',
    ask: values.get('ask') ?? '',
    url: values.get('url'),
  };
}

/**
 * Creates the component of a closed playground.
 *
 * @param texts its string properties
 * @param module imported on a click
 * @param packages modules that are imported after the start, by name
 */
export function closedPlayground(
  texts: Readonly<Record<string, string>>,
  module: string,
  packages: Readonly<Record<string, string>> = {},
): RootContent {
  return {
    type: 'mdxJsxFlowElement',
    name: 'ClosedPlayground',
    attributes: [
      ...Object.entries(texts).map(([name, value]) => ({
        type: 'mdxJsxAttribute' as const,
        name,
        value,
      })),
      computed('load', imports(module)),
      ...(Object.keys(packages).length === 0
        ? []
        : [computed('packages', importsOf(packages))]),
    ],
    children: [],
  };
}

/** `() => import("a")`: the bundler cuts here. */
function imports(module: string): Expression {
  return {
    type: 'ArrowFunctionExpression',
    params: [],
    expression: true,
    body: {
      type: 'ImportExpression',
      source: { type: 'Literal', value: module },
    },
  };
}

function importsOf(modules: Readonly<Record<string, string>>): Expression {
  return {
    type: 'ObjectExpression',
    properties: Object.entries(modules).map(([name, module]) => ({
      type: 'Property',
      kind: 'init',
      method: false,
      shorthand: false,
      computed: false,
      key: { type: 'Literal', value: name },
      value: imports(module),
    })),
  };
}

function computed(name: string, expression: Expression): MdxJsxAttribute {
  return {
    type: 'mdxJsxAttribute',
    name,
    value: {
      type: 'mdxJsxAttributeValueExpression',
      // Only the tree below is compiled.
      value: '',
      data: {
        estree: {
          type: 'Program',
          sourceType: 'module',
          comments: [],
          body: [{ type: 'ExpressionStatement', expression }],
        },
      },
    },
  };
}

/**
 * A playground in the Markdown alternate of a page: a link to its heading.
 *
 * @param open the label of its button
 * @param here the URL of the heading above it
 */
export function playgroundAsMarkdown(
  open: string,
  here: string,
): RootContent[] {
  return [
    {
      type: 'paragraph',
      children: [
        { type: 'link', url: here, children: [{ type: 'text', value: open }] },
      ],
    },
  ];
}
