import { describe, expect, test } from 'vitest';

import { characterRules } from './character-rules.ts';
import { untranslatedProblem } from './untranslated.ts';

const terms = [
  {
    source: 'Invalid frame header',
    use: 'Invalid frame header',
    forbidden: [],
  },
  { source: 'open socket', use: 'der offene Socket', forbidden: [] },
];

const problemIn = (source: string, translation: string, locale = 'de') =>
  untranslatedProblem(
    source,
    translation,
    terms,
    characterRules({ locale, defaultLocale: 'en' }),
  );

describe('untranslated English', () => {
  test.each([
    ['Open a socket.', 'Open a socket.', 'Open a socket'],
    ['Open sockets', 'Open sockets', 'Open sockets'],
    [
      'Nitro then closes the socket of a client.',
      'Nitro then closes the socket of a client. Dann schließt Nitro den Socket.',
      'Nitro then closes the socket of a client',
    ],
    [
      'Call `send()`, and the other clients get it.',
      'Rufe `send()` auf, and the other clients get it.',
      'and the other clients get it',
    ],
    [
      'Call `open()` on the upgrade.',
      'Call `open()` on the upgrade. Rufe dabei `open()` auf.',
      'Call on the upgrade',
    ],
    [
      '[Read more](/x) about it.',
      '[Read more](/x) about it.',
      'Read more about it',
    ],
  ])('%s → %s', (source, translation, words) => {
    expect(problemIn(source, translation)).toBe(
      `these words are not translated; there is ${JSON.stringify(words)}; translate them, or add them to the glossary with the same text as "use" if the language keeps them.`,
    );
  });

  test("is found in other scripts even if it isn't in the source", () => {
    expect(problemIn('Open a socket.', 'Another sentence.', 'zh-Hans')).toMatch(
      /^these words are not translated; there is "Another sentence"/,
    );
    expect(problemIn('Open a socket.', '打开套接字。', 'zh-Hans')).toBe(
      undefined,
    );
  });
});

test.each([
  ['WebSocket', 'WebSocket'],
  ['HTTP (GET)', 'HTTP (GET)'],
  ['In SQLite', 'In SQLite'],
  ['<Badge of="a#b" /> Mbit/s', '<Badge of="a#b" /> Mbit/s'],
  ['[=many-words-of-a-name] Mbit/s', '[=many-words-of-a-name] Mbit/s'],
  ['{location}: {outcome}', '{location}: {outcome}'],
  ['`npm run a b c d`', '`npm run a b c d`'],
  ['In src/server/api/routes only.', 'Nur in src/server/api/routes.'],
  ['Invalid frame header', 'Invalid frame header'],
  ['[Invalid frame header](#x)', '[Invalid frame header](#x)'],
  [
    'npm run --silent account ada < file',
    'Mit npm run --silent account ada < x',
  ],
  ['A text of many words in English.', 'Ein Text mit vielen Wörtern.'],
])('accepts %s → %s', (source, translation) => {
  expect(problemIn(source, translation)).toBeUndefined();
});
