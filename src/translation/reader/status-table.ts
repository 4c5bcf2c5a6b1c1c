import { fillTemplate } from '../../core/text.ts';
import { relative } from 'node:path';
import { dirname } from 'node:path/posix';

import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import type {} from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';

import type { ReaderMessage, ReaderWords } from './words.ts';

/** Progress of a page, or of the interface, in a language. */
export interface StatusRow {
  locale: string;
  /** Path of the page from the root of the site; undefined for the interface. */
  page?: string;
  /** Title in tables. */
  title: string;
  messages: number;
  current: number;
  outdated: number;
  missing: number;
  refused: number;
  machineMade: number;
  reviewedByPeople: number;
}

/** Location of the tables. */
export interface StatusPlace {
  /** Path of the page with the tables, from the root of the site. */
  page: string;
  /** The language of that page. */
  language: string;
  words: ReaderWords;
}

type Counted =
  'outdated' | 'missing' | 'refused' | 'machineMade' | 'reviewedByPeople';

/**
 * Builds the progress tables: for each language a heading, a summary and a table. Pages are linked by file, for later Markdown
 * plugins.
 */
export function statusBlocks(
  rows: readonly StatusRow[],
  place: StatusPlace,
): RootContent[] {
  const names = new Intl.DisplayNames([place.language], { type: 'language' });
  return [...new Set(rows.map(({ locale }) => locale))].flatMap((locale) => {
    const ofLocale = rows.filter((row) => row.locale === locale);
    const sum = {
      messages: total(ofLocale, 'messages'),
      current: total(ofLocale, 'current'),
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
      table(ofLocale, place),
    ];
  });
}

function table(rows: readonly StatusRow[], place: StatusPlace): RootContent {
  const counted: Counted[] = [
    'outdated',
    'missing',
    // Only builds without a check have refused translations.
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

// Explicit roles, since browsers drop table semantics when CSS stacks a table on phones.

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

/** Returns an interface text; an untranslated one gets a language. */
function words(
  { language, words }: StatusPlace,
  id: ReaderMessage,
  values: Readonly<Record<string, string>> = {},
): PhrasingContent {
  const found = words(id);
  const value = fillTemplate(found.text, values);
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

/** Rounds down, so that 100 % means complete. */
function percent(
  counts: Pick<StatusRow, 'current' | 'messages'>,
  language: string,
): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(
    Math.floor(part(counts) * 100) / 100,
  );
}
