import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { quoted } from './nearest.ts';
import { EvidenceError } from './problem.ts';

/** A component of this room as it is written in a page. */
export type Component = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * Whether a node is a component, of this room or of another.
 *
 * @param node any node of a page
 */
export function isComponent(node: Nodes): node is Component {
  return node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
}

/**
 * The attributes of a component; all values are plain texts, because they are read when the page is made.
 *
 * @param node the component
 * @param allowed names of the attributes that it may have
 * @param content whether the page writes its content, or it has none
 * @returns what `of` says, whether an attribute is there, and its text
 * @throws EvidenceError for an attribute that it may not have, an expression, content where there is to be none (or the other way round), or no `of`
 */
export function attributesOf(
  node: Component,
  allowed: readonly string[],
  content: 'written' | 'none' = 'none',
): {
  of: string;
  has: (name: string) => boolean;
  text: (name: string) => string;
} {
  const name = node.name ?? '';
  const values = new Map<string, string | true>();
  for (const attribute of node.attributes) {
    if (
      attribute.type !== 'mdxJsxAttribute' ||
      !allowed.includes(attribute.name)
    ) {
      const what =
        attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
      throw new EvidenceError(
        `<${name}> has no attribute "${what}"; it has ${quoted(allowed)}. Delete it.`,
      );
    }
    if (typeof attribute.value === 'object' && attribute.value !== null) {
      throw new EvidenceError(
        `<${name}> takes its ${attribute.name} as a text. Write ${attribute.name}="…".`,
      );
    }
    values.set(attribute.name, attribute.value ?? true);
  }
  if (content === 'written' && node.children.length === 0) {
    throw new EvidenceError(
      `<${name}> has no words that the value proves. Write <${name} of="…" is="…">words</${name}>.`,
    );
  }
  if (content === 'none' && node.children.length > 0) {
    throw new EvidenceError(
      `<${name}> has no content of its own: its text is what was measured. Write <${name} of="…" />.`,
    );
  }
  const of = values.get('of');
  if (typeof of !== 'string' || of === '') {
    throw new EvidenceError(
      `<${name}> does not say which value it shows. Write <${name} of="…" />.`,
    );
  }
  return {
    of,
    has: (attribute) => values.has(attribute),
    text: (attribute) => {
      const value = values.get(attribute);
      if (typeof value === 'string') return value;
      throw new EvidenceError(
        `<${name}> has no ${attribute}. Write ${attribute}="…".`,
      );
    },
  };
}
