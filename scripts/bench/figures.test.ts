import { expect, it } from 'vitest';
import { figureLine, isMissed } from './figures.ts';

const blocked = { what: 'blocked', unit: 'ms', atMost: 20 } as const;
const score = { what: 'performance', unit: '', atLeast: 100 } as const;

it('formats a figure with the ratios to other sites', () => {
  expect(
    figureLine(blocked, 10, [
      { name: 'Docusaurus', value: 320 },
      { name: 'Starlight', value: 0 },
    ]),
  ).toBe(
    'met    blocked: 10.0 ms; Docusaurus 320 ms, ratio 0.03; Starlight 0 ms (at most 20)',
  );
  expect(figureLine({ what: 'HTML', unit: 'kB' }, 12.34, [])).toBe(
    '       HTML: 12.3 kB',
  );
});

it('detects a missed upper or lower limit', () => {
  expect(isMissed(blocked, 20)).toBe(false);
  expect(isMissed(blocked, 21)).toBe(true);
  expect(isMissed(score, 99)).toBe(true);
  expect(figureLine(score, 99, [])).toBe(
    'missed performance: 99.0 (at least 100)',
  );
});
