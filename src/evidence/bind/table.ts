import type { Element, ElementContent } from 'hast';
import type { Paragraph } from 'mdast';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import type { Label } from './labels.ts';
import type {
  Connection,
  FrameRecord,
  StreamEvent,
  StreamRecord,
} from '../record/record.ts';

// Roles are written out because a table that CSS stacks on a phone is no table to some browsers.

/**
 * The frames of a run as a table.
 *
 * @param record what was recorded
 * @param label the words beside it
 * @returns a table of class `frames`
 */
export function framesTable(record: FrameRecord, label: Label): Element {
  const columns = [
    label('evidence.frames.client'),
    label('evidence.frames.direction'),
    label('evidence.frames.opcode'),
    label('evidence.frames.payload'),
  ];
  const rows = record.frames.map((frame) => {
    const toServer = frame.from === 'client';
    const direction = label(
      toServer ? 'evidence.frames.toServer' : 'evidence.frames.fromServer',
    );
    return row(`frames__row--${frame.from}`, [
      cell('client', columns[0], [text(frame.client)]),
      cell('direction', columns[1], [
        element('span', { ariaHidden: 'true' }, [text(toServer ? '→' : '←')]),
        text(` ${direction}`),
      ]),
      cell('opcode', columns[2], [text(frame.opcode)]),
      cell('payload', columns[3], [
        ...(frame.code === undefined ? [] : [sample(String(frame.code))]),
        ...(frame.reason ? [text(' '), sample(frame.reason)] : []),
        ...(frame.payload === undefined ? [] : [sample(frame.payload)]),
      ]),
    ]);
  });
  return table(
    'frames--websocket',
    caption(label('evidence.frames.caption'), record.url),
    columns,
    [group(rows)],
  );
}

/**
 * The events of a run as a table, one group of rows for each connection.
 *
 * @param record what was recorded
 * @param label the words beside it
 * @returns a table of class `frames`; a column that no event fills is left out
 */
export function eventsTable(record: StreamRecord, label: Label): Element {
  const events = record.connections.flatMap((connection) => connection.events);
  const columns = (['id', 'event', 'retry', 'data'] as const)
    .filter((key) => events.some((event) => event[key] !== undefined))
    .map((key) => ({ key, name: label(`evidence.events.${key}`) }));
  const groups = record.connections.map((connection, index) =>
    group([
      spanning('connection', columns.length, 'rowheader', [
        text(
          label('evidence.events.connection').replace(
            '{number}',
            String(index + 1),
          ),
        ),
        ...handshake(record.url, connection),
      ]),
      ...connection.events.map((event) => eventRow(event, columns)),
      spanning('end', columns.length, 'cell', [
        text(
          label(
            connection.end === 'client leaves'
              ? 'evidence.events.clientLeaves'
              : 'evidence.events.serverCloses',
          ),
        ),
      ]),
    ]),
  );
  return table(
    'frames--event-stream',
    caption(label('evidence.events.caption'), record.url),
    columns.map(({ name }) => name),
    groups,
  );
}

function handshake(url: string, connection: Connection): ElementContent[] {
  const lines = [
    `GET ${url}`,
    ...headerLines(connection.requestHeaders),
    `→ ${connection.status}`,
    ...headerLines(connection.headers),
  ];
  return lines.flatMap((line) => [text(' '), sample(line)]);
}

function headerLines(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

function eventRow(
  event: StreamEvent,
  columns: readonly { key: keyof StreamEvent; name: string }[],
): Element {
  const cells = columns.map(({ key, name }) => {
    const value = event[key];
    return cell(key, name, value === undefined ? [] : [sample(String(value))]);
  });
  return row('frames__row--server', cells);
}

function table(
  variant: string,
  captionOf: Element,
  columns: readonly string[],
  groups: readonly Element[],
): Element {
  const head = columns.map((name) =>
    element('th', { scope: 'col', role: 'columnheader' }, [text(name)]),
  );
  return element('table', { className: ['frames', variant], role: 'table' }, [
    captionOf,
    element('thead', { className: ['frames__head'], role: 'rowgroup' }, [
      element('tr', { role: 'row' }, head),
    ]),
    ...groups,
  ]);
}

function caption(words: string, url: string): Element {
  const [before = '', after = ''] = words.split('{url}');
  return element('caption', { className: ['frames__caption'] }, [
    text(before),
    element('code', {}, [text(url)]),
    text(after),
  ]);
}

function group(rows: readonly Element[]): Element {
  return element(
    'tbody',
    { className: ['frames__group'], role: 'rowgroup' },
    rows,
  );
}

function row(variant: string, cells: readonly Element[]): Element {
  return element(
    'tr',
    { className: ['frames__row', variant], role: 'row' },
    cells,
  );
}

function spanning(
  name: string,
  columns: number,
  role: 'cell' | 'rowheader',
  children: readonly ElementContent[],
): Element {
  const header = role === 'rowheader';
  return row(`frames__row--${name}`, [
    element(
      header ? 'th' : 'td',
      {
        className: [`frames__${name}`],
        colSpan: columns,
        role,
        ...(header ? { scope: 'rowgroup' } : {}),
      },
      children,
    ),
  ]);
}

function cell(
  name: string,
  label: string | undefined,
  children: readonly ElementContent[],
): Element {
  const properties = { className: [`frames__${name}`], role: 'cell' };
  return element(
    'td',
    // An empty cell has nothing to be labelled.
    children.length === 0 ? properties : { ...properties, dataLabel: label },
    children,
  );
}

function sample(value: string): Element {
  return element('samp', {}, [text(value)]);
}

/**
 * A text of a table.
 *
 * @param value the text
 * @returns its node
 */
export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/**
 * An element of a table.
 *
 * @param tagName its name
 * @param properties its attributes
 * @param children what it holds
 * @returns its node
 */
export function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** An element as a block of a page. */
export function block({ tagName, properties, children }: Element): Paragraph {
  return {
    type: 'paragraph',
    children: [],
    data: { hName: tagName, hProperties: properties, hChildren: children },
  };
}
