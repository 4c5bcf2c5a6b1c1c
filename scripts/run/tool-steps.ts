import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildOptions, run, runTool } from './child.ts';
import type { Outcome, Step } from './steps.ts';

/** Creates a step that passes if a tool in `node_modules` exits with 0. */
export function toolStep(
  name: string,
  file: string,
  args: readonly string[],
): Step {
  return {
    name,
    run: async () => {
      const { code, output } = await runTool(file, args);
      return code === 0
        ? { passed: 1, failed: 0, output }
        : { passed: 0, failed: 1, output };
    },
  };
}

/**
 * Creates a step that runs Vitest and counts the tests in its JSON report.
 *
 * @param command without `--reporter` options: `['npx', 'vitest', 'run']`
 */
export function vitestStep(
  name: string,
  [program, ...args]: readonly [string, ...string[]],
  options: ChildOptions = {},
): Step {
  return {
    name,
    run: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'vitest-report-'));
      const file = join(folder, 'report.json');
      const reporters = ['--reporter=default', '--reporter=json'];
      try {
        const ended = await run(
          program,
          [...args, ...reporters, `--outputFile.json=${file}`],
          // With CI set, a missing file snapshot fails instead of being written.
          { ...options, env: { CI: 'true', ...options.env } },
        );
        const report = await readFile(file, 'utf8').catch(() => undefined);
        return readVitestReport(report, ended);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

const counters = [
  'numPassedTests',
  'numFailedTests',
  'numPendingTests',
  'numTodoTests',
] as const;

type Report = Readonly<Record<(typeof counters)[number], number>>;

/**
 * Counts the tests of a Vitest run. Skipped tests count as failed. A run that exits with an error but without a failed test, for
 * example because a file doesn't compile, counts as one failure.
 *
 * @param report Vitest's JSON report, if it wrote one
 */
export function readVitestReport(
  report: string | undefined,
  ended: { readonly code: number; readonly output: string },
): Outcome {
  const counts: unknown = report === undefined ? {} : JSON.parse(report);
  if (!isReport(counts)) {
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

function isReport(value: unknown): value is Report {
  return (
    typeof value === 'object' &&
    value !== null &&
    counters.every((key) => typeof Reflect.get(value, key) === 'number')
  );
}
