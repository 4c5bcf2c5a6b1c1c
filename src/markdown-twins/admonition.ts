import type { Blockquote, Nodes, Parent, RootContent } from 'mdast';
import type { Directives } from 'mdast-util-directive';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import { TwinError } from './problem.ts';
import { wordsOf } from './words-of.ts';

/** The five kinds of notes that Markdown has on GitHub and elsewhere, by the names that Docusaurus gives them. */
const kinds: Readonly<Record<string, string>> = {
  note: 'NOTE',
  info: 'NOTE',
  secondary: 'NOTE',
  tip: 'TIP',
  success: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
};

/**
 * A directive as Markdown: a note as a quotation that says its kind, as on GitHub; what only looks like one as its text.
 *
 * @param node the directive, behind the plugin that makes notes of some
 * @param plainAll makes plain what it holds
 * @throws TwinError if it is another one
 */
export function admonitionOf(
  node: Directives,
  plainAll: (nodes: readonly Nodes[]) => RootContent[],
): RootContent[] {
  if (node.type === 'textDirective' && node.data?.hName === undefined) {
    // Docusaurus makes a text of it as well: "10:30" is no directive.
    return [
      { type: 'text', value: `:${node.name}` },
      ...plainAll(node.children),
    ];
  }
  const kind = kinds[node.name];
  if (node.data?.hName !== 'admonition' || kind === undefined) {
    throw new TwinError(
      `the directive "${node.name}" has no form in Markdown. Use one of ${Object.keys(kinds).join(', ')}.`,
    );
  }
  const { title: plainTitle } = node.data.hProperties ?? {};
  const [first, ...others] = node.children;
  // A title with more than words has been put in front, as a node that no type names.
  const titled = first !== undefined && isTitle(first);
  const title: RootContent[] = titled
    ? plainAll('children' in first ? first.children : [])
    : typeof plainTitle === 'string'
      ? [{ type: 'text', value: plainTitle }]
      : [];
  const words = wordsOf(title);
  const note: Blockquote = { type: 'blockquote', children: [] };
  const parent: Parent = note;
  parent.children = [
    {
      type: 'paragraph',
      children: [
        { type: 'html', value: `[!${kind}]` },
        ...(words.length === 0
          ? []
          : [
              { type: 'text', value: '\n' } as const,
              { type: 'strong', children: words } as const,
            ]),
      ],
    },
    ...plainAll(titled ? others : node.children),
  ];
  return [note];
}

function isTitle({ type }: { readonly type: string }): boolean {
  return type === 'mdxAdmonitionTitle';
}
