import type { Paragraph, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-mdx';
import type { PluggableList } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';

import { nativePackage } from './native-packages.ts';
import { isBlank } from './written.ts';

const { unified } = nativePackage('unified');

function isElementsOnly(paragraph: Paragraph): boolean {
  const other = paragraph.children.filter(
    (child) => !(child.type === 'text' && isBlank(child.value)),
  );
  return (
    other.length > 0 &&
    other.every(
      ({ type }) =>
        type === 'mdxJsxTextElement' || type === 'mdxTextExpression',
    )
  );
}

/** The MDX compiler does the same before any plugin runs: a paragraph of nothing but elements is no paragraph. */
function unravel() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node, index, parent) => {
      if (parent === undefined || index === undefined || !isElementsOnly(node))
        return;
      const blocks: RootContent[] = [];
      for (const child of node.children)
        if (child.type === 'mdxJsxTextElement')
          blocks.push(Object.assign(child, { type: 'mdxJsxFlowElement' }));
        else if (child.type === 'mdxTextExpression')
          blocks.push(Object.assign(child, { type: 'mdxFlowExpression' }));
      parent.children.splice(index, 1, ...blocks);
      return [SKIP, index];
    });
  };
}

/**
 * Parses a page as the site does.
 *
 * @param path - Path of the page, for plugins and their errors.
 * @param content - Its text without the front matter.
 * @param plugins - What runs before the translation: for example, what fills the code in.
 * @returns The tree, as a plugin in `beforeDefaultRemarkPlugins` gets it.
 */
export async function parsePage(
  path: string,
  content: string,
  plugins: PluggableList,
): Promise<Root> {
  const processor = unified()
    .use(nativePackage('remark-parse').default)
    .use(nativePackage('remark-mdx').default)
    .use(unravel)
    .use(nativePackage('remark-frontmatter').default)
    .use(nativePackage('remark-directive').default)
    .use(nativePackage('remark-gfm').default)
    .use(plugins);
  const file = new VFile({ path, value: content });
  const tree: Root = processor.parse(file);
  await processor.run(tree, file);
  return tree;
}
