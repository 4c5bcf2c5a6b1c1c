import type { Element } from 'hast';
import type { RootContent } from 'mdast';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import { attributesOf, type Component } from './attributes.ts';
import { barChart } from './bar-chart.ts';
import type { Label } from './labels.ts';
import { lineChart } from './line-chart.ts';
import {
  type LoadRun,
  loadRunOf,
  type Measure,
  measures,
  type ServerName,
  servers,
} from './load-record.ts';
import { loadTable, readingsTable } from './load-table.ts';
import { serverLabel, type Wording } from './load-wording.ts';
import type { EvidenceStore } from './store.ts';
import { drawing } from './svg.ts';
import { element, text } from './table.ts';

/** What is drawn: costs, of which less is better. How much a second was done depends on what else the machine did. */
const drawnMeasures: readonly Measure[] = ['echoTime', 'broadcastTime', 'live'];

/**
 * What stands for `<LoadRatios>` and `<LoadMemory>` in a page: a drawing of what a load run recorded, and a table of it.
 *
 * @param node any component
 * @param evidence where the run is recorded
 * @param label the words beside it
 * @param locale the language in which its numbers are written
 * @returns the figure; undefined for another component
 * @throws EvidenceError if `of` names no load run
 */
export function loadShown(
  node: Component,
  evidence: EvidenceStore,
  label: Label,
  locale: string,
): RootContent | undefined {
  if (node.name !== 'LoadRatios' && node.name !== 'LoadMemory') {
    return undefined;
  }
  const { of } = attributesOf(node, ['of']);
  const run = loadRunOf(evidence, of);
  const format = new Intl.NumberFormat(locale);
  const wording: Wording = { label, number: (value) => format.format(value) };
  const id = `${node.name}-${of}`.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const { tagName, properties, children } =
    node.name === 'LoadRatios'
      ? ratios(id, run, wording)
      : memory(id, run, wording);
  return {
    type: 'paragraph',
    children: [],
    data: { hName: tagName, hProperties: properties, hChildren: children },
  };
}

function ratios(id: string, run: LoadRun, wording: Wording): Element {
  const { label, number } = wording;
  const title = filled(label(`evidence.load.ratios.${run.kind}`), {
    count: number(run.connections),
  });
  const compared = run.servers.filter(({ name }) => name !== servers[0]);
  const groups = measured(run, drawnMeasures).map((measure) => ({
    title: label(`evidence.load.${measure}`),
    bars: compared.flatMap(({ name, figures }) => {
      const ratio = figures.get(measure)?.ratio;
      return ratio === undefined
        ? []
        : [{ series: name, value: ratio, label: number(ratio) }];
    }),
  }));
  const bare = label(`evidence.load.bare.${run.kind}`);
  const baseline = `1 = ${bare} · ${label('evidence.load.less')}`;
  return figure(
    'bars',
    run,
    wording,
    compared.map(({ name }) => name),
    [
      drawing(
        id,
        title,
        label('evidence.load.table'),
        barChart(groups, baseline),
      ),
      loadTable(run, measured(run, measures), title, wording),
    ],
  );
}

function memory(id: string, run: LoadRun, wording: Wording): Element {
  const { label, number } = wording;
  const title = label('evidence.load.growth');
  const lines = run.servers.map(({ name, growth }) => ({
    series: name,
    points: growth.map(({ connections, mebibytes }) => ({
      ...{ x: connections, y: mebibytes },
    })),
  }));
  const axes = {
    x: label('evidence.load.connections'),
    y: 'MiB',
    number,
  };
  return figure('lines', run, wording, servers, [
    drawing(id, title, label('evidence.load.table'), lineChart(lines, axes)),
    readingsTable(run, title, wording),
  ]);
}

function figure(
  kind: 'bars' | 'lines',
  run: LoadRun,
  { label, number }: Wording,
  shown: readonly ServerName[],
  [drawn, table]: readonly [Element, Element],
): Element {
  const { node, system, processors, packages } = run.on;
  const caption = filled(label('evidence.load.on'), {
    ...{ node, system, processors: number(processors) },
    ...{ rounds: number(run.rounds), seconds: number(run.seconds) },
    packages: Object.entries(packages)
      .map((one) => one.join(' '))
      .join(', '),
  });
  return element('figure', { className: ['load', `load--${kind}`] }, [
    drawn,
    element(
      'ul',
      { className: ['load__legend'] },
      shown.map((name) =>
        element('li', { className: ['load__key', `load__key--${name}`] }, [
          text(serverLabel(name, run, label)),
        ]),
      ),
    ),
    table,
    element('figcaption', {}, [text(caption)]),
  ]);
}

/** Those of some measures that a run has: streams have no answers. */
function measured(run: LoadRun, some: readonly Measure[]): Measure[] {
  return some.filter((measure) =>
    run.servers.every(({ figures }) => figures.has(measure)),
  );
}

function filled(words: string, values: Readonly<Record<string, string>>) {
  return words.replaceAll(
    /\{(\w+)\}/g,
    (all, name: string) => values[name] ?? all,
  );
}
