import { createRequire } from 'node:module';
import type { Emphasis, Root, Strong } from 'mdast';
import type * as Gfm from 'mdast-util-gfm';
import type * as Writer from 'mdast-util-to-markdown';
import type { Handle } from 'mdast-util-to-markdown';

// As Node itself loads them, and has already for Docusaurus: the loader of a configuration would compile them again.
const require = createRequire(import.meta.url);
const { gfmToMarkdown } = require('mdast-util-gfm') as typeof Gfm;
const { toMarkdown } = require('mdast-util-to-markdown') as typeof Writer;

/** What the head of a twin says. */
export interface TwinHead {
  readonly title: string;
  readonly description: string;
  /** The address of the page, for readers. */
  readonly address: string;
}

/**
 * A twin: what a page says, as Markdown for any reader.
 *
 * @param head what stands above the text of the page
 * @param plain the text, as `plainPage` returns it
 * @returns GitHub flavoured Markdown that ends in a line feed
 */
export function writeTwin(head: TwinHead, plain: Root): string {
  return markdownOf({
    type: 'root',
    children: [
      {
        type: 'heading',
        depth: 1,
        children: [{ type: 'text', value: head.title }],
      },
      {
        type: 'blockquote',
        children: [
          {
            type: 'paragraph',
            children: [{ type: 'text', value: head.description }],
          },
        ],
      },
      {
        type: 'paragraph',
        children: [{ type: 'html', value: `<${head.address}>` }],
      },
      ...plain.children,
    ],
  });
}

function markdownOf(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    handlers: { emphasis: between('*'), strong: between('**') },
    listItemIndent: 'one',
    // Columns of spaces cost a machine that reads, and Han characters do not line up anyway.
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}

/**
 * Beside Han characters, the usual writer puts character references for these, so that a strict reader sees the stress. Nobody
 * else could read them.
 */
function between(mark: string): Handle {
  return (node: Emphasis | Strong, _parent, state, info) => {
    const exit = state.enter(node.type);
    const inside = { ...info, before: '*', after: '*' };
    const words = state.containerPhrasing(node, inside);
    exit();
    return `${mark}${words}${mark}`;
  };
}
