import { relative } from 'node:path';
import { dirname } from 'node:path/posix';

import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';

import type { ReaderMessage, ReaderWords } from './words.ts';

/** How far one page, or the interface, is in one language. */
export interface StatusRow {
  locale: string;
  /** Path of the page from the root of the site; undefined for the interface. */
  page?: string;
  /** What readers know the page by. */
  title: string;
  messages: number;
  current: number;
  stale: number;
  missing: number;
  refused: number;
  machineMade: number;
  reviewedByPeople: number;
}

/** Where the table stands. */
export interface StatusPlace {
  /** Path of the page that shows it, from the root of the site. */
  page: string;
  /** The language of that page. */
  language: string;
  words: ReaderWords;
}

type Counted =
  'stale' | 'missing' | 'refused' | 'machineMade' | 'reviewedByPeople';

/**
 * Draws how far the translation is: for each language a heading, a sentence and a table.
 *
 * @param rows - The pages in each language.
 * @param place - Where it stands.
 * @returns The blocks, for Markdown plugins that run after this: pages are linked by their files.
 */
export function statusBlocks(
  rows: readonly StatusRow[],
  place: StatusPlace,
): RootContent[] {
  const names = new Intl.DisplayNames([place.language], { type: 'language' });
  return [...new Set(rows.map(({ locale }) => locale))].flatMap((locale) => {
    const ours = rows.filter((row) => row.locale === locale);
    const sum = {
      messages: total(ours, 'messages'),
      current: total(ours, 'current'),
    };
    return [
      {
        type: 'heading' as const,
        depth: 2 as const,
        children: [
          { type: 'text' as const, value: names.of(locale) ?? locale },
        ],
        data: { hProperties: { id: locale } },
      },
      {
        type: 'paragraph' as const,
        children: [
          words(place, 'translationStatus.summary', {
            share: percent(sum, place.language),
            messages: String(sum.messages),
          }),
        ],
      },
      table(ours, place),
    ];
  });
}

function table(rows: readonly StatusRow[], place: StatusPlace): RootContent {
  const counted: Counted[] = [
    'stale',
    'missing',
    // Only a build that does not check its catalogues has any.
    ...(total(rows, 'refused') > 0 ? (['refused'] as const) : []),
    'machineMade',
    'reviewedByPeople',
  ];
  const labels = [
    'translationStatus.page' as const,
    'translationStatus.share' as const,
    ...counted.map((name) => `translationStatus.${name}` as const),
  ].map((id) => words(place, id));
  return {
    type: 'table',
    data: {
      hProperties: { className: ['translation-status'], role: 'table' },
    },
    children: [
      tableRow(labels.map((label) => cell([label], { role: 'columnheader' }))),
      ...rows.map((row) =>
        tableRow([
          cell([name(row, place)]),
          shareCell(row, place),
          ...counted.map((field, index) =>
            numberCell(row[field], toString(labels[index + 2])),
          ),
        ]),
      ),
    ],
  };
}

function name({ page, title }: StatusRow, place: StatusPlace): PhrasingContent {
  const text: PhrasingContent = { type: 'text', value: title };
  if (page === undefined) return text;
  const path = relative(dirname(place.page), page).replaceAll('\\', '/');
  return { type: 'link', url: `./${path}`, children: [text] };
}

function shareCell(row: StatusRow, place: StatusPlace): TableCell {
  const share = percent(row, place.language);
  const values = {
    current: String(row.current),
    messages: String(row.messages),
  };
  return cell(
    [
      { type: 'text', value: `${share} ` },
      {
        type: 'emphasis',
        data: { hName: 'small' },
        children: [words(place, 'translationStatus.count', values)],
      },
    ],
    { style: `--share: ${Math.floor(part(row) * 100)}%` },
  );
}

function numberCell(number: number, label: string): TableCell {
  return cell([{ type: 'text', value: String(number) }], {
    dataLabel: label,
    ...(number === 0 && { dataNone: '' }),
  });
}

// Roles are written out because a table that CSS stacks on a phone is no table to some browsers.

function tableRow(children: TableCell[]): TableRow {
  return {
    type: 'tableRow',
    children,
    data: { hProperties: { role: 'row' } },
  };
}

function cell(
  children: PhrasingContent[],
  properties: Readonly<Record<string, string>> = {},
): TableCell {
  return {
    type: 'tableCell',
    children,
    data: { hProperties: { role: 'cell', ...properties } },
  };
}

/** A text of the interface; one that has no translation says which language it is in. */
function words(
  { language, words }: StatusPlace,
  id: ReaderMessage,
  values: Readonly<Record<string, string>> = {},
): PhrasingContent {
  const found = words(id);
  const value = found.text.replace(
    /\{(\w+)\}/g,
    (placeholder, key: string) => values[key] ?? placeholder,
  );
  const text: PhrasingContent = { type: 'text', value };
  return found.language === language
    ? text
    : {
        type: 'sourceLanguage',
        data: { hName: 'span', hProperties: { lang: found.language } },
        children: [text],
      };
}

function total(
  rows: readonly StatusRow[],
  field: Counted | 'messages' | 'current',
): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}

function part({ current, messages }: Pick<StatusRow, 'current' | 'messages'>) {
  return messages === 0 ? 1 : current / messages;
}

/** Rounded down: 100 % is said only where nothing is left. */
function percent(
  counts: Pick<StatusRow, 'current' | 'messages'>,
  language: string,
): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(
    Math.floor(part(counts) * 100) / 100,
  );
}
