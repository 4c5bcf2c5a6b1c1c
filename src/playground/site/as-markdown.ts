import type { RootContent } from 'mdast';

/**
 * A closed playground for who reads a page as Markdown: a link to where it can be opened.
 *
 * @param open what its button says
 * @param here the address of the heading that it stands below
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
