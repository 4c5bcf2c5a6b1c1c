import { expect, test } from 'vitest';
import { readPo } from '../../src/translation/po-read.ts';
import { type PageCatalogue, placesOf } from './catalogues.ts';

const po = `msgid ""
msgstr "Language: de\\n"

msgid "It <Proven of=\\"chat/dev#exit\\" is=\\"1\\">exits</Proven>."
msgstr "Er <Proven of=\\"chat/dev#exit\\" is=\\"1\\">endet</Proven>."

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

test('a message that names the value is found in each language of the page', () => {
  expect(
    placesOf({ of: 'chat/dev#exit', words: [] }, 'docs/chat.mdx', catalogues),
  ).toEqual(['i18n/de/docs/chat.po:5', 'i18n/zh-Hans/docs/chat.po:5']);
});

test('words that are a message of their own are found by their text', () => {
  const bound = { of: 'chat/dev#ws', words: ['stays silent at the end'] };
  expect(placesOf(bound, 'docs/chat.mdx', catalogues)).toEqual([
    'i18n/de/docs/chat.po:8',
    'i18n/zh-Hans/docs/chat.po:8',
  ]);
});

test('what names neither is not found', () => {
  const bound = { of: 'chat/dev#exi', words: ['stays'] };
  expect(placesOf(bound, 'docs/chat.mdx', catalogues)).toEqual([]);
});
