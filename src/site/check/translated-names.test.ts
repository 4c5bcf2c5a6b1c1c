import { describe, expect, test } from 'vitest';
import { readPo } from '../../translation/catalogue/po.ts';
import { translatedNameProblems } from './catalogues.ts';

function problems(id: string, text: string, before = '') {
  const po = `msgid ""\nmsgstr ""\n\n${before}msgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(text)}\n`;
  const file = 'i18n/de/docs/chat.po';
  const { entries } = readPo(po, file);
  return translatedNameProblems([{ page: 'docs/chat.mdx', file, entries }]);
}
const message = (name: string, instead: string) =>
  `the translation names "${name}", which the English doesn't; ${instead}. Use the same name.`;

describe('reports a translation that changes', () => {
  test.each([
    [
      'the folder',
      'Create src/server/routes/api/ws/chat.ts.',
      'Lege src/server/api/routes/ws/chat.ts an.',
      message(
        'src/server/api/routes/ws/chat.ts',
        'it names "src/server/routes/api/ws/chat.ts"',
      ),
    ],
    [
      'the URL',
      'The handler of /api/ws/chat.',
      'Der Handler von /ws/chat.',
      message('/ws/chat', 'it names "/api/ws/chat"'),
    ],
    [
      'a number',
      'It waits for 30 seconds.',
      'Er wartet 20 Sekunden.',
      message('20', 'it names "30"'),
    ],
    [
      'words into a URL',
      'The handler of the chat.',
      'Der Handler von /ws/chat.',
      message('/ws/chat', 'it names none'),
    ],
  ])('%s', (_, id, text, expected) => {
    expect(problems(id, text)).toEqual([
      { file: 'i18n/de/docs/chat.po', line: 5, message: expected },
    ]);
  });
});

test('accepts names in the number format of the language', () => {
  expect(problems('At /api it sends 1,000.', 'Bei /api 1.000.')).toEqual([]);
  expect(
    problems('A [link](./a.mdx) and `x 1`.', '`x 2` [L](./b/c.ts).'),
  ).toEqual([]);
});

test('ignores outdated translations', () => {
  expect(problems('It is 30.', 'Es ist 20.', '#, fuzzy\n')).toEqual([]);
});
