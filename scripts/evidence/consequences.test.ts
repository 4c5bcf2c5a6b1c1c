import { expect, it } from 'vitest';
import type { PageProblem } from '../../src/evidence/problem.ts';
import { formatProblem } from '../../src/core/problem.ts';
import { consequenceLines, consequencesOf } from './consequences.ts';

const exit = {
  file: 'examples/chat/evidence/dev.json',
  path: 'exit',
  before: '1',
  after: '0',
};
const problem = (line: number, bound?: PageProblem['bound']): PageProblem => ({
  file: 'docs/chat.mdx',
  line,
  message: 'wrong.',
  ...(bound && { bound }),
});
const words = ['It exits.'];

it('separates fixed bugs, false sentences and new values', () => {
  const found = consequencesOf(
    [exit],
    [
      problem(3, { name: 'exit', words }),
      problem(9, { name: undefined, words }),
      problem(12),
    ],
    [
      {
        file: 'docs/chat.mdx',
        facts: [
          { line: 5, of: 'chat/dev#exit' },
          { line: 6, of: 'chat/dev#port' },
        ],
      },
    ],
    formatProblem,
  );
  expect(found).toEqual({
    expired: ['docs/chat.mdx:9: wrong.'],
    untrue: ['docs/chat.mdx:3: wrong.'],
    restated: ['docs/chat.mdx:5: chat/dev#exit was 1, is 0'],
    others: ['docs/chat.mdx:12: wrong.'],
  });
  expect(consequenceLines(found).filter((line) => /\(1\)$/.test(line))).toEqual(
    [
      'Notes on bugs that are fixed (1)',
      'Sentences that became false (1)',
      'Sentences that show a new value; read them again (1)',
      'Other problems of the pages (1)',
    ],
  );
});

it('reports that no sentence became false', () => {
  const nothing = consequencesOf([], [], [], formatProblem);
  expect(consequenceLines(nothing)).toEqual(['', 'No sentence became false.']);
});
