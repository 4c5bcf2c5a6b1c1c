import type { ElementContent } from 'hast';
import type { Data, Nodes, Parent, PhrasingContent } from 'mdast';
import type {} from 'mdast-util-mdx';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';

/** Text in the source language, within a block that can't have a `lang` attribute. */
export interface SourceLanguage extends Parent {
  type: 'sourceLanguage';
  children: PhrasingContent[];
  data: Data & { hName: 'span'; hProperties: Record<string, string> };
}

/** A note on the preceding text. */
export interface TranslationNote extends Parent {
  type: 'translationNote';
  children: [];
  data: Data & { hName: 'small'; hChildren: ElementContent[] };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    sourceLanguage: SourceLanguage;
    translationNote: TranslationNote;
  }
  interface RootContentMap {
    sourceLanguage: SourceLanguage;
    translationNote: TranslationNote;
  }
}

/**
 * Visits nodes and their descendants, parents first; much faster than a visitor that tracks parents.
 *
 * @param see must not change lists of children
 */
export function eachNode(
  nodes: readonly Nodes[],
  see: (node: Nodes) => void,
): void {
  for (const node of nodes) {
    see(node);
    if ('children' in node) eachNode(node.children, see);
  }
}

/** HTML elements that can contain only text; an element in the `<title>` of `<head>` would break the build. */
const names = new Set(['option', 'textarea', 'title']);

/**
 * Whether an element can contain only text, and therefore no marks.
 *
 * @param node the parent of a run of text
 */
export function isTextOnly(
  node: Parent,
): node is MdxJsxFlowElement | MdxJsxTextElement {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    'name' in node &&
    typeof node.name === 'string' &&
    names.has(node.name)
  );
}
