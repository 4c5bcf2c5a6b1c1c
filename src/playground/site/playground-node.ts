import type { Expression } from 'estree';
import type { RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx';
import { PlaygroundError } from './problem.ts';

const known = ['of', 'send', 'ask', 'url'] as const;

/** What a page says of a playground. */
export interface Asked {
  readonly of: string;
  /** Names of evidence whose scenarios are replayed, and whose messages are offered. */
  readonly send: string;
  /** Names of evidence whose requests are offered instead; of a route, `notes/routes#list.get`. */
  readonly ask: string;
  /** What stands in the URL box at first, where the file's name leaves it open. */
  readonly url: string | undefined;
}

/**
 * Reads `<Playground of="…" send="…" ask="…" url="…" />`.
 *
 * @throws PlaygroundError for anything else
 */
export function askedOf(node: MdxJsxFlowElement): Asked {
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
        `<Playground> takes its ${name} as a text. Write ${name}="…".`,
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
 * The component that stands for a playground until somebody opens it.
 *
 * @param texts what it has to know and to say
 * @param module what is imported on a click
 * @param packages modules of packages, by their names; they are imported later still
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
