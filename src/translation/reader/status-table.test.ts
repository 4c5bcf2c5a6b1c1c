import { readFileSync } from 'node:fs';

import { toString } from 'mdast-util-to-string';
import { expect, test } from 'vitest';

import { readPo } from '../catalogue/po.ts';
import { statusBlocks, type StatusRow } from './status-table.ts';
import { readerMessages, readerWords } from './words.ts';

const menus: StatusRow = {
  locale: 'de',
  title: 'Menus',
  messages: 200,
  current: 199,
  outdated: 1,
  missing: 0,
  refused: 0,
  machineMade: 12,
  reviewedByPeople: 7,
};
const row = { ...menus, page: 'docs/guide/rooms.mdx', title: 'Räume' };

function draw(rows: StatusRow[], language = 'de', texts = {}) {
  return statusBlocks(rows, {
    page: 'docs/translation-status.mdx',
    language,
    words: readerWords(texts, language, 'en'),
  });
}

function cells(block: ReturnType<typeof draw>[number] | undefined) {
  if (block?.type !== 'table') throw new Error('there is no table');
  return block.children.map(({ children }) =>
    children.map((one) => toString(one)),
  );
}

test('each language has a heading, a summary and a table', () => {
  const chinese = { ...row, locale: 'zh-Hans', current: 0, missing: 200 };
  const blocks = draw([row, chinese], 'en');
  expect(blocks.map(({ type }) => type)).toEqual([
    ...['heading', 'paragraph', 'table'],
    ...['heading', 'paragraph', 'table'],
  ]);
  expect(blocks.slice(0, 2).map((block) => toString(block))).toEqual([
    'German',
    '99% of 200 texts are translated and current.',
  ]);
  expect(cells(blocks[2])).toEqual([
    ['Page', 'Current', 'Changed', 'Missing', 'By a machine', 'Reviewed'],
    // Rounded down, since it is incomplete.
    ['Räume', '99% 199 of 200', '1', '0', '12', '7'],
  ]);
  expect(toString(blocks[3])).toBe('Simplified Chinese');
  expect(cells(blocks[5])[1]).toEqual([
    'Räume',
    '0% 0 of 200',
    '1',
    '200',
    '12',
    '7',
  ]);
});

test('only shows a column of refused translations if there are any', () => {
  const [, , table] = draw([{ ...row, refused: 2 }, row]);
  expect(cells(table).map((texts) => texts[4])).toEqual(['Refused', '2', '0']);
});

test('every count column is explained on the page', () => {
  const legend = readFileSync('docs/translation-status.mdx', 'utf8');
  const [, , table] = draw([{ ...row, refused: 1 }], 'en');
  const [, , ...columns] = cells(table)[0] ?? [];
  expect(columns).toHaveLength(5);
  for (const column of columns) expect(legend).toContain(`- **${column}**: `);
});

test.each(['de', 'zh'])('and in %s', (locale) => {
  const names = readPo(
    readFileSync(`i18n/${locale}/interface.po`, 'utf8'),
    'interface.po',
  );
  const page = readFileSync(
    `i18n/${locale}/docs/translation-status.po`,
    'utf8',
  );
  for (const name of Object.keys(readerMessages).filter((id) =>
    /^translationStatus\.(?:outdated|missing|refused|machineMade|reviewedByPeople)$/.test(
      id,
    ),
  )) {
    const column = names.entries.find(({ context }) => context === name)?.text;
    expect(page).toContain(`msgstr "**${column}**`);
  }
});

test("pages are linked by file, and the interface isn't", () => {
  const [, , table] = draw([row, menus]);
  if (table?.type !== 'table') throw new Error('there is no table');
  const first = table.children.map(({ children }) => children[0]?.children[0]);
  expect(first[1]).toMatchObject({ type: 'link', url: './guide/rooms.mdx' });
  expect(first[2]).toMatchObject({ type: 'text', value: 'Menus' });
});

test('untranslated texts have a language', () => {
  const [, sum, table] = draw([row], 'de', {
    'translationStatus.summary': '{share} von {messages} Texten.',
  });
  expect(sum && toString(sum)).toBe('99\u00a0% von 200 Texten.');
  expect(JSON.stringify(sum)).not.toContain('"lang"');
  expect(JSON.stringify(table)).toContain('"lang":"en"');
});
