import { expect, test } from 'vitest';
import { commentStyleProblems } from './comment-style.ts';

const style = {
  maxSentenceWords: 8,
  quotations: [],
  rules: [
    { pattern: /\banew\b/iu, use: '"again"', scope: 'sentence' as const },
  ],
};
const message =
  'the style forbids this wording; there is "anew"; write "again".';

test('reports the line of each wording in comments, and no code', () => {
  const code = `const anew = 'anew';
/**
 * Starts the server
 * anew, as \`anew\` does.
 */
anew(); // Again.
// Anew.
`;
  expect(commentStyleProblems('a.ts', code, 'ts', style)).toEqual([
    { file: 'a.ts', line: 4, message },
    { file: 'a.ts', line: 7, message: message.replace('anew', 'Anew') },
  ]);
});

test('a tag begins a sentence', () => {
  const code = `/**
 * Starts a server and waits for it
 * @param name of the server
 * @throws after three minutes
 */`;
  expect(commentStyleProblems('a.ts', code, 'ts', style)).toEqual([]);
});
