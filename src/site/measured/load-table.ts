import type { Element } from 'hast';
import { compared, type LoadRun, type Measure } from './load-record.ts';
import { serverLabel, type Wording } from './load-wording.ts';
import { element, text } from '../../evidence/bind/table.ts';

const units: Readonly<Record<Measure, string>> = {
  ...{ echoTime: 'µs', broadcastTime: 'µs', live: 'KiB' },
};

/**
 * The figures of a load run: a row for each measure, a column for each server. The ratios to the
 * baseline are those of the figures in the table.
 *
 * @param run what was recorded
 * @param shown its measures
 * @param caption what the table shows
 * @param wording of the page's language
 */
export function loadTable(
  run: LoadRun,
  shown: readonly Measure[],
  caption: string,
  { label, numbers }: Wording,
): Element {
  const rows = shown.map((measure) => [
    label(`evidence.load.${measure}`),
    ...run.servers.map((server) => {
      const figure = compared(run, server, measure);
      if (!figure) return '';
      const amount = numbers.amount(figure.value, units[measure]);
      return server.name === 'bare'
        ? amount
        : `${amount} (${numbers.ratio(figure.value, figure.base)}\u00a0×)`;
    }),
  ]);
  return table(run, caption, label('evidence.load.measure'), rows, label);
}

/**
 * The memory of each server: a row for each number of connections.
 *
 * @param run what was recorded
 * @param caption what the table shows
 * @param wording of the page's language
 */
export function readingsTable(
  run: LoadRun,
  caption: string,
  { label, numbers }: Wording,
): Element {
  const counts = run.servers[0]?.growth.map(({ connections }) => connections);
  const rows = (counts ?? []).map((count) => [
    numbers.amount(count),
    ...run.servers.map(({ growth }) => {
      const reading = growth.find(({ connections }) => connections === count);
      return reading ? numbers.amount(reading.mebibytes, 'MiB') : '';
    }),
  ]);
  return table(run, caption, label('evidence.load.connections'), rows, label);
}

function table(
  run: LoadRun,
  caption: string,
  first: string,
  rows: readonly (readonly string[])[],
  label: Wording['label'],
): Element {
  const columns = run.servers.map(({ name }) => serverLabel(name, run, label));
  return element('table', { className: ['load__table'] }, [
    element('caption', {}, [text(caption)]),
    element('thead', {}, [
      element(
        'tr',
        {},
        [first, ...columns].map((column) =>
          element('th', { scope: 'col' }, [text(column)]),
        ),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map(([head = '', ...cells]) =>
        element('tr', {}, [
          element('th', { scope: 'row' }, [text(head)]),
          ...cells.map((cell) => element('td', {}, [text(cell)])),
        ]),
      ),
    ),
  ]);
}
