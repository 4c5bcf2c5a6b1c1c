import { fillTemplate } from '../../core/text.ts';
import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import { attributesOf } from '../../evidence/bind/attributes.ts';
import { barChart } from './bar-chart.ts';
import type { DrawComponent } from '../../evidence/bind/replace.ts';
import { lineChart } from './line-chart.ts';
import {
  compared,
  type LoadRun,
  loadRunOf,
  type Measure,
  measures,
  type ServerName,
  servers,
} from './load-record.ts';
import { loadTable, readingsTable } from './load-table.ts';
import { listOf, serverLabel, type Wording } from './load-wording.ts';
import { numbersOf } from '../../evidence/bind/numbers.ts';
import { drawing } from './svg.ts';
import { block, element, text } from '../../evidence/bind/table.ts';

/** `<LoadRatios of="<example>/<file>#<kind>" />`: what a load run recorded, as ratios to its baseline, and a table of it. */
export const drawLoadRatios: DrawComponent = (node, sources) =>
  drawn('LoadRatios', ratios, node, sources);

/** `<LoadMemory of="<example>/<file>#sockets" />`: the memory of each server by the number of connections, and a table of it. */
export const drawLoadMemory: DrawComponent = (node, sources) =>
  drawn('LoadMemory', memory, node, sources);

function drawn(
  name: string,
  draw: (id: string, run: LoadRun, wording: Wording) => Element,
  ...[node, { evidence, label, locale }]: Parameters<DrawComponent>
): RootContent {
  const { of } = attributesOf(node, ['of']);
  const id = `${name}-${of}`.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const wording = { label, numbers: numbersOf(locale), list: listOf(locale) };
  return block(draw(id, loadRunOf(evidence, of), wording));
}

function ratios(id: string, run: LoadRun, wording: Wording): Element {
  const { label, numbers } = wording;
  const title = fillTemplate(label(`evidence.load.ratios.${run.kind}`), {
    count: numbers.amount(run.connections),
  });
  const others = run.servers.filter(({ name }) => name !== servers[0]);
  const groups = measured(run, measures).map((measure) => ({
    title: label(`evidence.load.${measure}`),
    bars: others.flatMap((server) => {
      const figure = compared(run, server, measure);
      if (!figure) return [];
      const { value, base } = figure;
      const label = numbers.ratio(value, base);
      return [{ series: server.name, value: value / base, label }];
    }),
  }));
  const bare = label(`evidence.load.bare.${run.kind}`);
  const baseline = `1 = ${bare} · ${label('evidence.load.less')}`;
  return figure(
    'bars',
    run,
    wording,
    others.map(({ name }) => name),
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
  const { label, numbers } = wording;
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
    number: (value: number) => numbers.amount(value),
  };
  return figure('lines', run, wording, servers, [
    drawing(id, title, label('evidence.load.table'), lineChart(lines, axes)),
    readingsTable(run, title, wording),
  ]);
}

function figure(
  kind: 'bars' | 'lines',
  run: LoadRun,
  { label, numbers: { amount }, list }: Wording,
  shown: readonly ServerName[],
  [drawn, table]: readonly [Element, Element],
): Element {
  const { node, system, processors, packages } = run.on;
  const caption = fillTemplate(label('evidence.load.on'), {
    ...{ node, system, processors: amount(processors) },
    ...{ rounds: amount(run.rounds), seconds: amount(run.seconds) },
    packages: list(Object.entries(packages).map((one) => one.join(' '))),
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
