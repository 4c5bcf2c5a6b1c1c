import { expect, it } from 'vitest';
import { timeTable } from './time-table.ts';

it('puts the longest first, with the long ones of its parts', () => {
  const table = timeTable([
    { name: 'types', seconds: 3.4 },
    {
      name: 'pages in a browser',
      seconds: 120.4,
      processorSeconds: 88.8,
      parts: [
        { name: 'tests/search.test.ts', seconds: 10 },
        { name: 'tests/theme.test.ts', seconds: 9.9 },
        { name: 'tests/code.test.ts', seconds: 30 },
      ],
    },
  ]);
  expect(table).toEqual([
    '  120 s  pages in a browser (89 s of processors)',
    '   30 s    tests/code.test.ts',
    '   10 s    tests/search.test.ts',
    '    3 s  types',
  ]);
});
