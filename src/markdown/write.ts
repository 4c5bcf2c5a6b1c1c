import type { Emphasis, Root, Strong } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';

/** The head of a Markdown alternate. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  readonly url: string;
}

/**
 * Writes a Markdown alternate.
 *
 * @param content as `toPlainMarkdown` returns it
 * @returns GitHub Flavored Markdown that ends in a line feed
 */
export function writePage(head: PageHead, content: Root): string {
  const [first, ...others] = content.children;
  const hasTitle = first?.type === 'heading' && first.depth === 1;
  const text = (value: string) => ({ type: 'text' as const, value });
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text(head.title)] },
      {
        type: 'blockquote',
        children: [{ type: 'paragraph', children: [text(head.description)] }],
      },
      {
        type: 'paragraph',
        children: [{ type: 'html', value: `<${head.url}>` }],
      },
      // The title may be a heading of the page, too.
      ...(hasTitle ? others : content.children),
    ],
  };
  return toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    handlers: { emphasis: between('*'), strong: between('**') },
    listItemIndent: 'one',
    // Aligned columns cost tokens, and Han characters don't align anyway.
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}

/** Writes emphasis without the character references that the default handler puts next to Han characters. */
function between(mark: string): Handle {
  return (node: Emphasis | Strong, _parent, state, info) => {
    const exit = state.enter(node.type);
    const content = state.containerPhrasing(node, {
      ...info,
      before: '*',
      after: '*',
    });
    exit();
    return `${mark}${content}${mark}`;
  };
}
