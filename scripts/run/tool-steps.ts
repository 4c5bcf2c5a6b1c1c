import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildOptions, run, runTool } from './child.ts';
import { type Step } from './steps.ts';
import { readVitestReport } from './vitest-report.ts';

/** A step that passes when a tool of `node_modules` exits with 0. */
export function toolStep(
  name: string,
  file: string,
  args: readonly string[],
  options: ChildOptions = {},
): Step {
  return {
    name,
    run: async () => {
      const ended = await runTool(file, args, options);
      const { output, processorSeconds } = ended;
      return ended.code === 0
        ? { passed: 1, failed: 0, output, processorSeconds }
        : { passed: 0, failed: 1, output, processorSeconds };
    },
  };
}

/**
 * A step that runs Vitest and counts its tests, from the report it writes.
 *
 * @param command what runs it, `--reporter` options are added at its end:
 *   `['npx', 'vitest', 'run']`
 */
export function vitestStep(
  name: string,
  command: readonly [string, ...string[]],
  options: ChildOptions = {},
): Step {
  return {
    name,
    run: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'vitest-report-'));
      const file = join(folder, 'report.json');
      try {
        const [program, ...args] = command;
        const ended = await run(
          program,
          [
            ...args,
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${file}`,
          ],
          {
            ...options,
            // With CI set, a missing file snapshot fails instead of being written.
            env: { CI: 'true', ...options.env },
          },
        );
        const report = await readFile(file, 'utf8').catch(() => undefined);
        const { processorSeconds } = ended;
        return { ...readVitestReport(report, ended), processorSeconds };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
