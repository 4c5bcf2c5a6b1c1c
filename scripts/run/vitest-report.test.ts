import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readVitestReport } from './vitest-report.ts';

function report(passed: number, failed: number, pending = 0, todo = 0): string {
  return JSON.stringify({
    startTime: 1_000,
    testResults: [
      { name: resolve('tests/second.test.ts'), endTime: 14_500 },
      { name: resolve('tests/first.test.ts'), endTime: 3_000 },
    ],
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
  });
}

it.each([
  ['all pass', report(3, 0), 0, { passed: 3, failed: 0 }],
  ['one fails', report(2, 1), 1, { passed: 2, failed: 1 }],
  [
    'a skipped test proves nothing',
    report(2, 0, 1, 1),
    0,
    { passed: 2, failed: 2 },
  ],
  ['a file does not compile', report(2, 0), 1, { passed: 2, failed: 1 }],
  ['there is no test', report(0, 0), 0, { passed: 0, failed: 1 }],
  ['it ended without a report', undefined, 1, { passed: 0, failed: 1 }],
  ['the report is another', '{}', 0, { passed: 0, failed: 1 }],
])('%s', (_name, text, code, counts) => {
  const { passed, failed } = readVitestReport(text, { code, output: '' });
  expect({ passed, failed }).toEqual(counts);
});

it('knows how long each file took, with what it prepares', () => {
  const { parts } = readVitestReport(report(2, 0), { code: 0, output: '' });
  expect(parts).toEqual([
    { name: 'tests/first.test.ts', seconds: 2 },
    { name: 'tests/second.test.ts', seconds: 11.5 },
  ]);
});
