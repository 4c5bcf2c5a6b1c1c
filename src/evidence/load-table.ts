import type { Element } from 'hast';
import type { LoadRun, Measure } from './load-record.ts';
import { serverLabel, type Wording } from './load-wording.ts';
import { element, text } from './table.ts';

/** A number and its unit stay in one line. */
const joined = '\u00a0';

const units: Readonly<Record<Measure, string>> = {
  echo: '/s',
  broadcast: '/s',
  echoTime: `${joined}µs`,
  broadcastTime: `${joined}µs`,
  live: `${joined}KiB`,
};

/**
 * The figures of a load run: a row for each measure, a column for each server.
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
  { label, number }: Wording,
): Element {
  const rows = shown.map((measure) => [
    label(`evidence.load.${measure}`),
    ...run.servers.map(({ name, figures }) => {
      const { value, ratio } = figures.get(measure) ?? {};
      if (value === undefined || ratio === undefined) return '';
      const amount = `${number(value)}${units[measure]}`;
      return name === 'bare'
        ? amount
        : `${amount} (${number(ratio)}${joined}×)`;
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
  { label, number }: Wording,
): Element {
  const counts = run.servers[0]?.growth.map(({ connections }) => connections);
  const rows = (counts ?? []).map((count) => [
    number(count),
    ...run.servers.map(({ growth }) => {
      const reading = growth.find(({ connections }) => connections === count);
      return reading ? `${number(reading.mebibytes)}${joined}MiB` : '';
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
