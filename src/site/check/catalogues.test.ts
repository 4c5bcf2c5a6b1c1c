import { expect, test } from 'vitest';
import { readPo } from '../../translation/catalogue/po.ts';
import { type PageCatalogue, translationsOf } from './catalogues.ts';

const po = `msgid ""
msgstr "Language: de\\n"

msgid "It [exits][=exit], with [=code]."
msgstr "Er [endet][=exit] mit [=code]."

msgid "stays *silent* at [the end](./end.mdx)"
msgstr "bleibt *stumm*"

msgid "Something else."
msgstr "Etwas anderes."
`;
const catalogue = (page: string, file: string): PageCatalogue => ({
  page,
  file,
  entries: readPo(po, file).entries,
});
const catalogues = [
  catalogue('docs/chat.mdx', 'i18n/de/docs/chat.po'),
  catalogue('docs/chat.mdx', 'i18n/zh-Hans/docs/chat.po'),
  catalogue('docs/other.mdx', 'i18n/de/docs/other.po'),
];

test('finds messages that refer to the value, in each language of the page', () => {
  expect(
    translationsOf({ name: 'exit', words: [] }, 'docs/chat.mdx', catalogues),
  ).toEqual(['i18n/de/docs/chat.po:5', 'i18n/zh-Hans/docs/chat.po:5']);
});

test('finds words that are a whole message by their text', () => {
  const bound = { name: undefined, words: ['stays silent at the end'] };
  expect(translationsOf(bound, 'docs/chat.mdx', catalogues)).toEqual([
    'i18n/de/docs/chat.po:8',
    'i18n/zh-Hans/docs/chat.po:8',
  ]);
});

test('ignores other messages', () => {
  const bound = { name: 'code', words: ['stays'] };
  expect(translationsOf(bound, 'docs/chat.mdx', catalogues)).toEqual([]);
});
