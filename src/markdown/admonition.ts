import type {
  Blockquote,
  Nodes,
  Parent,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { Directives } from 'mdast-util-directive';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import { toPhrasing } from './phrasing.ts';

/** GitHub's kinds of alerts, by the names that Docusaurus uses. */
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
 * Converts a directive: an admonition to an alert as on GitHub; text that only resembles a directive to text.
 *
 * @param node a directive, after Docusaurus has converted the admonitions
 * @param convert converts the content
 * @throws Error for any other directive
 */
export function admonitionToMarkdown(
  node: Directives,
  convert: (nodes: readonly Nodes[]) => RootContent[],
): RootContent[] {
  if (node.type === 'textDirective' && node.data?.hName === undefined) {
    // Docusaurus treats it the same way: "10:30" contains no directive.
    return [
      { type: 'text', value: `:${node.name}` },
      ...convert(node.children),
    ];
  }
  const kind = kinds[node.name];
  if (node.data?.hName !== 'admonition' || kind === undefined) {
    throw new Error(
      `the directive "${node.name}" has no Markdown form. Use one of ${Object.keys(kinds).join(', ')}.`,
    );
  }
  const { title: plainTitle } = node.data.hProperties ?? {};
  const [first, ...others] = node.children;
  // Docusaurus inserts a title with markup as a first child of a type of its own.
  const titleNode = first !== undefined && isTitle(first) ? first : undefined;
  const title: PhrasingContent[] = titleNode
    ? toPhrasing(convert('children' in titleNode ? titleNode.children : []))
    : typeof plainTitle === 'string'
      ? [{ type: 'text', value: plainTitle }]
      : [];
  const alert: Blockquote = { type: 'blockquote', children: [] };
  const parent: Parent = alert;
  parent.children = [
    {
      type: 'paragraph',
      children: [
        { type: 'html', value: `[!${kind}]` },
        ...(title.length === 0
          ? []
          : [
              { type: 'text', value: '\n' } as const,
              { type: 'strong', children: title } as const,
            ]),
      ],
    },
    ...convert(titleNode ? others : node.children),
  ];
  return [alert];
}

function isTitle({ type }: { readonly type: string }): boolean {
  return type === 'mdxAdmonitionTitle';
}
