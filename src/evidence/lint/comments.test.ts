import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commentProblems, namesOfExample } from './comments.ts';
import { openEvidence } from '../record/store.ts';

const evidence = openEvidence(
  join(import.meta.dirname, '../fixtures/filled/examples'),
);
const names = namesOfExample('chat', evidence, [
  'chat/src/server/routes/api/ws/chat.ts',
  'chat/tests/chat.test.ts',
  'other/src/server/routes/ws/chat.ts',
]);

describe('a comment in shown code may say: ', () => {
  test.each([
    'The handler of /api/ws/chat, below /api.',
    'Open `ws://localhost:3000/api/ws/chat?name=Ada`.',
    'See https://example.com/ws/chat and RFC 6455.',
    'It lies in src/server/routes/api/ws/chat.ts, under `src/server/routes`.',
    'Either text and/or nothing; 1/2 of it.',
  ])('%s', (comment) => {
    expect(commentProblems(comment, names)).toEqual([]);
  });
});

describe('a comment in shown code may not say: ', () => {
  const url = (name: string, nearest: string) =>
    `this comment, which a page shows, names "${name}", and no run of the example got an answer there; the nearest are ${nearest}. Name one of these, or say it in words.`;
  const file = (name: string) =>
    `this comment, which a page shows, names "${name}", and the example has no such file; the nearest are "src/server/routes/api/ws/chat.ts", "tests/chat.test.ts". Name one of these, or say it in words.`;

  test.each([
    [
      'the URL without /api',
      'The handler of /ws/chat.',
      url('/ws/chat', '"/api/ws/chat", "/api/sse", "/api/notes"'),
    ],
    [
      'a measured URL at which no server answers',
      'The handler of /api/routes/ws/chat.',
      url(
        '/api/routes/ws/chat',
        '"/api/ws/chat", "/api/notes/9", "/api/notes"',
      ),
    ],
    [
      'the file in a folder of another example',
      'It lies in src/server/routes/ws/chat.ts.',
      file('src/server/routes/ws/chat.ts'),
    ],
    [
      'a folder that there is not',
      'It lies in `src/server/api/routes`.',
      file('src/server/api/routes'),
    ],
  ])('%s', (_, comment, message) => {
    expect(commentProblems(comment, names)).toEqual([message]);
  });
});
