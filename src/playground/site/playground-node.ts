import type { Expression } from 'estree';
import type { RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { PlaygroundError } from './problem.ts';

const known = ['of', 'send', 'url'] as const;

/** What a page says of a playground. */
export interface Asked {
  readonly of: string;
  /** Names of evidence whose messages are offered. */
  readonly send: string;
  /** What stands in the URL box at first, where the file's name leaves it open. */
  readonly url: string | undefined;
}

/**
 * Reads `<Playground of="…" send="…" url="…" />`.
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
      `<Playground> names a handler and has no content. Write <Playground of="websocket-chat/src/server/routes/api/ws/chat.ts" />.`,
    );
  }
  return { of, send: values.get('send') ?? '', url: values.get('url') };
}

/**
 * The component that stands for a playground until somebody opens it.
 *
 * @param texts what it has to know and to say
 * @param module what is imported on a click
 */
export function closedPlayground(
  texts: Readonly<Record<string, string>>,
  module: string,
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
      {
        type: 'mdxJsxAttribute',
        name: 'load',
        value: {
          type: 'mdxJsxAttributeValueExpression',
          // Only the tree below is compiled.
          value: '',
          data: {
            estree: {
              type: 'Program',
              sourceType: 'module',
              comments: [],
              body: [
                { type: 'ExpressionStatement', expression: imports(module) },
              ],
            },
          },
        },
      },
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
