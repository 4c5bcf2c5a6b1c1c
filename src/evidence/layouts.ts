import type { RootContent } from 'mdast';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import { attributesOf, type Component } from './attributes.ts';
import type { Label } from './labels.ts';
import { finderData } from './layouts-finder.ts';
import { layoutsOf } from './layouts-record.ts';
import { layoutsTable } from './layouts-table.ts';
import type { EvidenceStore } from './store.ts';

/**
 * What stands for `<Layouts>` and `<UrlFinder>` in a page.
 *
 * @param node any component
 * @param evidence where the layouts are recorded
 * @param label the words beside them
 * @returns the table of the layouts, or the finder's component with what was measured; undefined for another component
 * @throws EvidenceError if `of` names no example that measured layouts
 */
export function layoutsShown(
  node: Component,
  evidence: EvidenceStore,
  label: Label,
): RootContent | undefined {
  if (node.name !== 'Layouts' && node.name !== 'UrlFinder') return undefined;
  const { of } = attributesOf(node, ['of']);
  const layouts = layoutsOf(evidence, of);
  if (node.name === 'UrlFinder') {
    const measured = JSON.stringify(finderData(layouts, label));
    return {
      type: 'mdxJsxFlowElement',
      name: 'MeasuredUrlFinder',
      attributes: [
        { type: 'mdxJsxAttribute', name: 'measured', value: measured },
      ],
      children: [],
    };
  }
  const { tagName, properties, children } = layoutsTable(layouts, label);
  return {
    type: 'paragraph',
    children: [],
    data: { hName: tagName, hProperties: properties, hChildren: children },
  };
}
