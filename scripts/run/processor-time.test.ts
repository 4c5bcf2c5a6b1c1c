import { expect, it } from 'vitest';
import { readStat } from './processor-time.ts';

it('adds what the ended children have used, whatever the program is called', () => {
  const times = '900 800 250 50 20 0 11 0 1';
  expect(readStat(`7 (a ) 1 2) S 1 7 7 0 -1 4194304 9 9 0 0 ${times}`)).toBe(3);
  expect(readStat('nothing of that kind')).toBeUndefined();
  expect(readStat(undefined)).toBeUndefined();
});
