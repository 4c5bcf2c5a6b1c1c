import { relative } from 'node:path';
import { type Outcome } from './steps.ts';
import type { Timed } from './time-table.ts';

interface Report {
  /** When the run began, in milliseconds, as all times here. */
  readonly startTime: number;
  /** Its files; `endTime` is that of the last test. */
  readonly testResults: readonly {
    readonly name: string;
    readonly endTime: number;
  }[];
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/**
 * Counts the tests of one Vitest run. A skipped test counts as failed: what is
 * not run proves nothing. So does a run that ends badly without a failed test,
 * as when a file does not compile.
 *
 * @param report the text of its JSON report, if there is one
 * @param ended how the process ended
 */
export function readVitestReport(
  report: string | undefined,
  ended: { readonly code: number; readonly output: string },
): Outcome {
  const counts = report === undefined ? undefined : parse(report);
  if (!counts) {
    return { passed: 0, failed: 1, output: `No report.\n${ended.output}` };
  }
  const skipped = counts.numPendingTests + counts.numTodoTests;
  const failed = counts.numFailedTests + skipped;
  const note = skipped > 0 ? `\n${skipped} tests are skipped.` : '';
  const broken = failed === 0 && (ended.code !== 0 || !counts.numPassedTests);
  return {
    passed: counts.numPassedTests,
    failed: broken ? 1 : failed,
    output: ended.output + note,
    parts: timesOf(counts),
  };
}

/**
 * How long each file took. Files run one after the other, so one begins where
 * the one before it ends, and what it prepares before its first test counts.
 */
function timesOf({ startTime, testResults }: Report): Timed[] {
  const files = [...testResults].sort((a, b) => a.endTime - b.endTime);
  return files.map(({ name, endTime }, index) => ({
    name: relative('.', name),
    seconds: (endTime - (files[index - 1]?.endTime ?? startTime)) / 1000,
  }));
}

function parse(text: string): Report | undefined {
  const value: unknown = JSON.parse(text);
  return isReport(value) ? value : undefined;
}

function isReport(value: unknown): value is Report {
  return (
    hasNumbers(value, [
      'startTime',
      'numPassedTests',
      'numFailedTests',
      'numPendingTests',
      'numTodoTests',
    ]) &&
    'testResults' in value &&
    Array.isArray(value.testResults) &&
    value.testResults.every(
      (file: unknown) =>
        hasNumbers(file, ['endTime']) &&
        'name' in file &&
        typeof file.name === 'string',
    )
  );
}

function hasNumbers(value: unknown, keys: readonly string[]): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    keys.every((key) => typeof Reflect.get(value, key) === 'number')
  );
}
