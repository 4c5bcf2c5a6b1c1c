import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { generatedSeed } from '../testing/generated-seed.ts';
import { formatDiff, wordDiff } from './word-diff.ts';

describe('a word diff', () => {
  test.each([
    ['Nothing new.', 'Nothing new.', 'Nothing new.'],
    [
      'It sends an event.',
      'It sends one event.',
      'It sends [-an-]{+one+} event.',
    ],
    ['It sends.', 'It sends now.', 'It sends{+ now+}.'],
    ['Now it sends.', 'It sends.', '[-Now it -]{+It +}sends.'],
    // Changes of adjacent words are merged with the space between them.
    ['a red car here', 'a blue bus here', 'a [-red car-]{+blue bus+} here'],
    // A code span changes as a whole.
    [
      'Call `peer.send()`.',
      'Call `peer.publish()`.',
      'Call [-`peer.send()`-]{+`peer.publish()`+}.',
    ],
    ['One\\\nline', 'One line', 'One[-\\\\n-]{+ +}line'],
    ['', 'New', '{+New+}'],
    ['接続 one', '接続 two', '接続 [-one-]{+two+}'],
  ])('%j → %j', (before, after, expected) => {
    expect(formatDiff(wordDiff(before, after), false)).toBe(expected);
  });

  test('is coloured on a terminal', () => {
    expect(formatDiff(wordDiff('an event', 'one event'), true)).toBe(
      '\u001b[31m\u001b[9man\u001b[29m\u001b[39m\u001b[32m\u001b[4mone\u001b[24m\u001b[39m event',
    );
  });

  test('contains both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '.', '`x`', '\n'));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const pieces = wordDiff(a.join(''), b.join(''));
        const side = (without: string): string =>
          pieces
            .filter(({ kind }) => kind !== without)
            .map((piece) => piece.text)
            .join('');
        expect([side('added'), side('removed')]).toEqual([
          a.join(''),
          b.join(''),
        ]);
      }),
      { seed: generatedSeed() },
    );
  });

  test('is limited for long texts', () => {
    const long = (word: string): string => `${word} `.repeat(3000).trim();
    expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual([
      'removed',
      'added',
    ]);
  });
});
