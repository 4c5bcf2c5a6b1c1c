import { expect, it } from 'vitest';
import type { Problem } from '../../src/evidence/problem.ts';
import { described } from '../../src/snippets/problem.ts';
import { consequenceLines, consequencesOf } from './consequences.ts';

const exit = {
  file: 'examples/chat/evidence/dev.json',
  path: 'exit',
  before: '1',
  after: '0',
};
const problem = (line: number, component?: string): Problem => ({
  file: 'docs/chat.mdx',
  line,
  message: 'wrong.',
  ...(component === undefined
    ? {}
    : { bound: { component, of: 'chat/dev#exit', words: ['It exits.'] } }),
});

it('tells notes that have to go, false sentences and restated values apart', () => {
  const found = consequencesOf(
    [exit],
    [problem(3, 'Proven'), problem(9, 'KnownBug'), problem(12), problem(1)],
    new Set(['docs/chat.mdx:1: wrong.']),
    [
      {
        file: 'docs/chat.mdx',
        facts: [
          { line: 5, component: 'Fact', of: 'chat/dev#exit' },
          { line: 6, component: 'Fact', of: 'chat/dev#port' },
        ],
      },
    ],
    described,
  );
  expect(found).toEqual({
    expired: ['docs/chat.mdx:9: wrong.'],
    untrue: ['docs/chat.mdx:3: wrong.'],
    restated: ['docs/chat.mdx:5: chat/dev#exit was 1, is 0'],
    // That of line 1 was there before.
    others: ['docs/chat.mdx:12: wrong.'],
  });
  expect(consequenceLines(found).filter((line) => /\(1\)$/.test(line))).toEqual(
    [
      'Notes on bugs that are gone (1)',
      'Sentences that are false now (1)',
      'Values that the pages state by themselves, in every language; read the sentences again (1)',
      'What the check of the pages refuses besides (1)',
    ],
  );
});

it('says that nothing is false', () => {
  const nothing = consequencesOf([], [], new Set(), [], described);
  expect(consequenceLines(nothing)).toEqual([
    '',
    'No sentence in any language is false because of it.',
  ]);
});
