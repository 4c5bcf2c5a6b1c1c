import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { quoted } from '../../core/nearest.ts';
import { textAttributes } from '../../core/page-index.ts';
import { EvidenceError } from '../problem.ts';

/** A component as it is written in a page. */
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** Whether a node is a component. */
export function isComponent(node: Nodes): node is Component {
  return node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
}

type Attributes<Required extends string, Optional extends string> = Readonly<
  Record<Required, string> & Partial<Record<Optional, string>>
>;

/**
 * Reads the attributes of a component; all values are plain texts, because they are read when the page is made.
 *
 * @param node the component
 * @param required names of the attributes that it has to have
 * @param optional names of those that it may have
 * @throws EvidenceError for one that is missing, that it may not have, or that is an expression
 */
export function attributesOf<
  Required extends string,
  Optional extends string = never,
>(
  node: Component,
  required: readonly Required[],
  optional: readonly Optional[] = [],
): Attributes<Required, Optional> {
  const tag = `<${node.name ?? ''}>`;
  const texts = textAttributes(node);
  const allowed: readonly string[] = [...required, ...optional];
  for (const attribute of node.attributes) {
    const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
    if (!allowed.includes(name)) {
      throw new EvidenceError(
        `${tag} has no attribute "${name}"; it has ${quoted(allowed)}. Delete it.`,
      );
    }
  }
  const missing = required.find((name) => !texts.get(name));
  if (missing !== undefined) {
    throw new EvidenceError(
      `${tag} has no ${missing} as a text. Write ${missing}="…".`,
    );
  }
  return Object.fromEntries(texts) as Attributes<Required, Optional>;
}
