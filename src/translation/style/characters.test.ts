import fc from 'fast-check';
import { expect, test } from 'vitest';

import { characterRules } from './character-rules.ts';
import { characterProblem } from './characters.ts';
import { generatedSeed } from '../testing/generated-seed.ts';

const rulesOf = (locale: string, ...scripts: string[]) =>
  characterRules({
    locale,
    defaultLocale: 'en',
    scripts: { [locale]: scripts },
  });

test.each([
  ['de', 'Größe: 5 µm², ½ – „ja“ → © ™ № ≠ ☃ é'],
  ['de', 'Zu\u0308rich (zerlegt), 5\u00a0%, 3\u202fmm'],
  ['de', '👩‍🚀 🏳️‍🌈 1️⃣ ⚠️ ⚠︎ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽'],
  ['zh-Hans', '使用 WebSocket（推荐）：“开始”、《指南》…①'],
  ['zh-Hant', '使用 WebSocket，請看「指南」'],
  ['ja', 'ソケットを開く。ー「はい」、がぎぐ か\u3099'],
  ['ko', '소켓을 열기: ㄱ, 連結'],
  ['vi', 'Mở một kết nối, ngữ nghĩa'],
  ['tr', 'Bağlantıyı aç: ılık'],
  ['yo', 'ọ́ṣẹ́'],
  ['ru', 'Откройте WebSocket-соединение, ёж, API-интерфейс'],
  ['el', 'Άνοιξε ένα socket'],
  ['ar', 'افتح اتصال WebSocket\u200f، مِنْ'],
  ['fa', 'می\u200cخواهم'],
  ['he', 'פתחו שקע WebSocket\u200f, שָׁלוֹם'],
  ['hi', 'सॉकेट खोलें, क्\u200dष'],
  ['th', 'เปิดซ็อกเก็ต ที่ น้ำ'],
  ['ta', 'இணைப்பைத் திற'],
])('%s: accepts %s', (locale, text) => {
  expect(characterProblem('', text, rulesOf(locale))).toBeUndefined();
});

test.each([
  ['a&shy;b', 'a soft hyphen; there is U+00AD after "a"; delete it.'],
  [
    'a\u001b[31m',
    'an invisible character; there is U+001B after "a"; delete it.',
  ],
  [
    'P\u0430y',
    'a character of another script; there is U+0430 (а) after "P"; write it in Latin, or add its script to the "scripts" of the language.',
  ],
  [
    '\uff33ocket',
    'a character that imitates another; there is U+FF33 (Ｓ) after ""; write the one that a keyboard has.',
  ],
  [
    'e\u0337\u0321x',
    'marks that no letter has; there is U+0065 U+0337 U+0321 after ""; delete them.',
  ],
  [
    's\u0336t\u0336r\u0336',
    'marks on most of its letters; there is U+0073 U+0336 after ""; delete them.',
  ],
])('refuses %j with its reason', (text, problem) => {
  expect(characterProblem('Words', text, rulesOf('de'))).toBe(
    `the translation has ${problem}`,
  );
});

test('accepts characters of the English', () => {
  for (const text of ['中', '\u200b', '&shy;', 'е', 's\u0336t\u0336r\u0336'])
    expect(characterProblem(`A ${text}.`, `Ein ${text}.`, rulesOf('de'))).toBe(
      undefined,
    );
});

test('a site adds scripts to a language', () => {
  for (const script of ['Grek', 'Greek'])
    expect(characterProblem('', 'α-Zerfall', rulesOf('de', script))).toBe(
      undefined,
    );
  expect(characterProblem('', 's\u03bfcket', rulesOf('de', 'Grek'))).toMatch(
    /letters of two scripts in one word/,
  );
  expect(() => rulesOf('de', 'Greekish')).toThrow(
    '"Greekish" in "scripts" is not a Unicode script; write its code or its name, such as "Grek" or "Greek".',
  );
});

test.each(['de', 'zh-Hans', 'ru'])(
  'an ordinary text of %s needs no further checks',
  (locale) => {
    const rules = rulesOf(locale);
    const closer = { ...rules, ordinary: /(?!)/ };
    const character = fc.oneof(
      fc
        .integer({ min: 0, max: 0x17f })
        .map((code) => String.fromCharCode(code)),
      fc
        .integer({ min: 0x2000, max: 0x206f })
        .map((code) => String.fromCharCode(code)),
      fc
        .integer({ min: 0x2e80, max: 0xffff })
        .map((code) => String.fromCharCode(code)),
      fc.constantFrom('\u0301', '\u0336', '&shy;', '&', 'shy;', 'а', 'α'),
    );
    const texts = fc
      .array(character, { minLength: 1, maxLength: 6 })
      .map((all) => all.join(''));
    let ordinary = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (!rules.ordinary.test(text)) return;
        ordinary += 1;
        expect(characterProblem('', text, closer)).toBeUndefined();
      }),
      { numRuns: 20_000, seed: generatedSeed() },
    );
    expect(ordinary).toBeGreaterThan(500);
  },
);
