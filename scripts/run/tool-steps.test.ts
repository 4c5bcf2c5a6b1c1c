import { expect, it } from 'vitest';
import { readVitestReport } from './tool-steps.ts';

function report(passed: number, failed: number, pending = 0, todo = 0): string {
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: todo,
  });
}

it.each([
  ['all tests pass', report(3, 0), 0, { passed: 3, failed: 0 }],
  ['a test fails', report(2, 1), 1, { passed: 2, failed: 1 }],
  [
    'skipped tests count as failed',
    report(2, 0, 1, 1),
    0,
    { passed: 2, failed: 2 },
  ],
  ["a file doesn't compile", report(2, 0), 1, { passed: 2, failed: 1 }],
  ['there are no tests', report(0, 0), 0, { passed: 0, failed: 1 }],
  ['there is no report', undefined, 1, { passed: 0, failed: 1 }],
  ['the report has no counts', '{}', 0, { passed: 0, failed: 1 }],
])('%s', (_name, text, code, counts) => {
  const outcome = readVitestReport(text, { code, output: '' });
  expect(outcome).toMatchObject(counts);
});
