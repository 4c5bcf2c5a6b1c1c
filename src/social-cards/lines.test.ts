import { describe, expect, it } from 'vitest';
import { balancedLines, linesOf, linesWithin } from './lines.ts';

/** Han characters are twice as wide. */
const measure = (text: string) =>
  Array.from(text).reduce(
    (sum, one) => sum + (/[\u3000-\uffef]/.test(one) ? 2 : 1),
    0,
  );

describe('linesOf', () => {
  it.each([
    ['server-sent events', 12, ['server-sent', 'events']],
    ['a word-that-is-too-long b', 8, ['a', 'word-that-is-too-long', 'b']],
    // No line starts with closing punctuation or ends with opening punctuation.
    ['服务器端，服务器', 7, ['服务器', '端，', '服务器']],
    ['路由（SSE）', 8, ['路由', '（SSE）']],
    ['在 Analog 里推送', 12, ['在 Analog 里', '推送']],
    ['', 10, []],
  ])('breaks %j within %d', (text, width, lines) => {
    expect(linesOf(text, width, measure)).toEqual(lines);
  });
});

it('balancedLines leaves no single word on the last line', () => {
  const text = 'one two three four five';
  expect(linesOf(text, 19, measure)).toEqual(['one two three four', 'five']);
  expect(balancedLines(text, 19, measure)).toEqual([
    'one two three',
    'four five',
  ]);
});

it('linesWithin ends with an ellipsis when the text is too long', () => {
  const text = 'one two three four, five';
  expect(linesWithin(text, 9, 3, measure)).toEqual([
    'one two',
    'three',
    'four…',
  ]);
  expect(linesWithin(text, 30, 3, measure)).toEqual([text]);
  expect(linesWithin(text, 13, 1, measure)).toEqual(['one two…']);
});
