import type { Element, ElementContent } from 'hast';
import type { MeasuredLabel } from './labels.ts';
import type { Answers, LaidFile, Layout, Protocol } from './layouts-record.ts';
import { element, text } from '../../evidence/bind/table.ts';

const columns = ['websocket', 'get', 'stream'] as const satisfies Protocol[];

/**
 * Layouts as a table: a row for each, a cell for each protocol that says at which URLs it answers.
 *
 * @param layouts in the order of the rows
 * @param label the words beside what was recorded
 * @returns a table of class `layouts`; roles are written out because CSS stacks it on a phone
 */
export function layoutsTable(
  layouts: readonly Layout[],
  label: MeasuredLabel,
): Element {
  const titles = [
    label('evidence.layouts.layout'),
    ...columns.map((protocol) => label(`evidence.layouts.${protocol}`)),
  ];
  return element('table', { className: ['layouts'], role: 'table' }, [
    element('caption', {}, [text(label('evidence.layouts.caption'))]),
    element('thead', { role: 'rowgroup' }, [
      element(
        'tr',
        { role: 'row' },
        titles.map((title) =>
          element('th', { scope: 'col', role: 'columnheader' }, [text(title)]),
        ),
      ),
    ]),
    element(
      'tbody',
      { role: 'rowgroup' },
      layouts.map((layout) =>
        element('tr', { role: 'row' }, [
          element('th', { scope: 'row', role: 'rowheader' }, [
            text(label(`layouts.${layout.name}`, layout.about)),
            ...layout.settings.map((setting) =>
              element('code', { className: ['layouts__setting'] }, [
                text(setting),
              ]),
            ),
          ]),
          ...columns.map((protocol) =>
            element(
              'td',
              {
                role: 'cell',
                dataLabel: label(`evidence.layouts.${protocol}`),
              },
              cellOf(
                layout.files.filter((file) => isPlain(file, protocol)),
                label,
              ),
            ),
          ),
        ]),
      ),
    ),
  ]);
}

// The file of the protocol that no parameter or method makes special; a layout with two folders has one in each.
function isPlain({ key, protocol }: LaidFile, asked: Protocol): boolean {
  return protocol === asked && key.toLowerCase().endsWith(asked);
}

function cellOf(files: readonly LaidFile[], label: MeasuredLabel): Element[] {
  return files.map((file) => {
    const development = answering(file.development);
    const production = answering(file.production);
    const same = development.join(' ') === production.join(' ');
    return element('div', { className: ['layouts__file'] }, [
      // One file needs no name: it is the one of its kind.
      ...(files.length > 1
        ? [
            element(
              'span',
              { className: ['layouts__path'] },
              breakable(file.path),
            ),
          ]
        : []),
      ...(same
        ? [urls(development, label)]
        : [
            urls(development, label, label('evidence.layouts.development')),
            urls(production, label, label('evidence.layouts.production')),
          ]),
    ]);
  });
}

function urls(
  found: readonly string[],
  label: MeasuredLabel,
  server?: string,
): Element {
  const shown: ElementContent[] =
    found.length === 0
      ? [
          element('span', { className: ['layouts__nowhere'] }, [
            text(label('evidence.layouts.nowhere')),
          ]),
        ]
      : found.flatMap((url, index) => [
          ...(index > 0 ? [text(' ')] : []),
          element('code', {}, [text(url)]),
        ]);
  return element('div', { className: ['layouts__urls'] }, [
    ...(server === undefined
      ? []
      : [
          element('span', { className: ['layouts__server'] }, [text(server)]),
          text(' '),
        ]),
    ...shown,
  ]);
}

function answering(answers: Answers): string[] {
  return [...answers]
    .filter(([, { outcome }]) => outcome === 'answers')
    .map(([url]) => url)
    .sort();
}

// A long path goes on in the next line behind a folder, not in the middle of a name.
function breakable(path: string): ElementContent[] {
  return path
    .split(/(?<=\/)/)
    .flatMap((part, index) => [
      ...(index > 0 ? [element('wbr', {}, [])] : []),
      text(part),
    ]);
}
