import { type Outcome } from './steps.ts';

interface Report {
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
  };
}

function parse(text: string): Report | undefined {
  const value: unknown = JSON.parse(text);
  return isReport(value) ? value : undefined;
}

function isReport(value: unknown): value is Report {
  return (
    typeof value === 'object' &&
    value !== null &&
    [
      'numPassedTests',
      'numFailedTests',
      'numPendingTests',
      'numTodoTests',
    ].every((key) => typeof Reflect.get(value, key) === 'number')
  );
}
