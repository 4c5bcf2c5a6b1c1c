import { attributesOf } from '../../evidence/bind/attributes.ts';
import type { DrawComponent } from '../../evidence/bind/replace.ts';
import { block } from '../../evidence/bind/table.ts';
import { finderData } from './layouts-finder.ts';
import { layoutsOf } from './layouts-record.ts';
import { layoutsTable } from './layouts-table.ts';

/** `<Layouts of="<example>" />`: a table of the layouts that an example measured. */
export const drawLayouts: DrawComponent = (node, { evidence, label }) => {
  const { of } = attributesOf(node, ['of']);
  return block(layoutsTable(layoutsOf(evidence, of), label));
};

/** `<UrlFinder of="<example>" />`: all URLs of those layouts, as the data of a component. */
export const drawUrlFinder: DrawComponent = (node, { evidence, label }) => {
  const { of } = attributesOf(node, ['of']);
  const measured = JSON.stringify(finderData(layoutsOf(evidence, of), label));
  return {
    type: 'mdxJsxFlowElement',
    name: 'MeasuredUrlFinder',
    attributes: [
      { type: 'mdxJsxAttribute', name: 'measured', value: measured },
    ],
    children: [],
  };
};
