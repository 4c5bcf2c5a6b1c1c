import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { readStyle, styleProblems } from './text-style.ts';

const { style, problems } = readStyle(process.cwd(), 'i18n/en/style.json');

/** Returns the wordings that the style forbids in a text. */
function forbidden(text: string): string[] {
  if (style === undefined) throw new Error('i18n/en/style.json is invalid');
  return styleProblems(style, text).map(
    ({ message }) => /there is "([^"]*)"/.exec(message)?.[1] ?? message,
  );
}

test('the style is valid', () => {
  expect(problems).toEqual([]);
});

test.each([
  ['Who goes on is closed.', ['Who', 'goes on']],
  ['It sends text. What is no message is answered.', ['What is', 'is no']],
  ['This plugin mends the URL at once.', ['mends', 'at once']],
  ['The page says it, and the file knows it.', ['says', 'file knows']],
  ['Nobody hears it.', ['Nobody', 'hears']],
  ['Plugins of Vite are called anew.', ['anew', 'Plugins of Vite']],
  ['The line stands behind it, as X does.', ['stands behind', ', as X']],
  ['A websocket of a stranger.', ['stranger', 'websocket']],
  ['The server cannot start and does not exit.', ['cannot', 'does not']],
])('%s', (text, found) => {
  expect(forbidden(text).sort()).toEqual(found.sort());
});

test.each([
  'Who can join a room?',
  'What a client sends',
  'There is no limit, and a socket is no longer open.',
  'Anyone who knows the secret can sign in.',
  'A new version of Analog, Nitro or h3.',
  'Nitro 2 goes on to the next layer.',
  'It prints “Who says so cannot go on.”',
  'X: EventSource is not defined',
])('accepts %s', (text) => {
  expect(forbidden(text)).toEqual([]);
});

test('locates each wording, also in another line and sentence', () => {
  if (style === undefined) throw new Error('i18n/en/style.json is invalid');
  const text = 'It is open. The server\nshall  send\nanew.';
  expect(styleProblems(style, text)).toEqual([
    {
      at: text.indexOf('shall'),
      found: 'shall',
      message:
        'the style forbids this wording; there is "shall"; write "should", "must" or the present tense.',
    },
    {
      at: text.indexOf('anew'),
      found: 'anew',
      message:
        'the style forbids this wording; there is "anew"; write "again".',
    },
  ]);
});

test('limits the length of a sentence', () => {
  const short = { maxSentenceWords: 4, quotations: [], rules: [] };
  expect(
    styleProblems(short, 'One two three four. One two three four five.'),
  ).toEqual([
    {
      at: 20,
      message:
        'the sentence "One two three four five. …" has 5 words, and the maximum is 4; split it.',
    },
  ]);
});

test('matches a rule with sentences, headings or the whole text', () => {
  const use = 'another';
  const found = (scope: 'sentence' | 'text' | 'heading', isHeading: boolean) =>
    styleProblems(
      { quotations: [], rules: [{ pattern: /^Then.*:/, use, scope }] },
      'First. Then: it.',
      isHeading,
    ).length;
  expect(found('sentence', false)).toBe(1);
  expect([found('text', false), found('heading', true)]).toEqual([0, 0]);
  const whole = { pattern: /^First.*:/, use, scope: 'heading' } as const;
  for (const isHeading of [false, true])
    expect(
      styleProblems(
        { quotations: [], rules: [whole] },
        'First. Then: it.',
        isHeading,
      ),
    ).toHaveLength(isHeading ? 1 : 0);
});

describe.each(['de', 'zh'])('each rule of %s', (locale) => {
  const file = `i18n/${locale}/style.json`;
  const { wording } = z
    .object({
      wording: z.array(
        z.object({
          forbidden: z.array(z.string()),
          use: z.string(),
          examples: z.array(z.string()).nonempty(),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const read = readStyle(process.cwd(), file);

  test.each(
    wording.flatMap(({ forbidden, use, examples }) =>
      forbidden.map((pattern) => ({ pattern, use, examples })),
    ),
  )('finds an example: $pattern', ({ pattern, use, examples }) => {
    const rules = read.style?.rules.filter(
      (rule) => rule.pattern.source === new RegExp(pattern, 'u').source,
    );
    const found = examples.flatMap((example) =>
      styleProblems({ quotations: [], rules: rules ?? [] }, example, true),
    );
    expect(found.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^the style forbids this wording; there is ".+"/),
    );
    expect(found[0]?.message).toContain(`; write ${use}.`);
  });
});

describe('a file', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'style-'));
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });
  const readText = (text: string) => {
    writeFileSync(join(root, 'style.json'), text);
    return readStyle(root, 'style.json');
  };

  test('may be missing', () => {
    expect(readStyle(root, 'none.json')).toEqual({ problems: [] });
  });

  test.each([
    ['{', /^this is not JSON: /],
    ['{"maxSentenceWords": 30, "quotations": []}', /^"wording" is invalid: /],
    [
      '{"maxSentenceWords": 30, "quotations": [], "wording": [{"forbidden": ["("], "use": "a"}]}',
      /^a pattern in "forbidden" is not a regular expression/,
    ],
  ])('%s is reported', (text, message) => {
    const { style: read, problems: found } = readText(text);
    expect(read).toBeUndefined();
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'style.json:1',
    ]);
    expect(found[0]?.message).toMatch(message);
  });
});
