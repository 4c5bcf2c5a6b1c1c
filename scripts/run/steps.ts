/** How many tests and checks passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The result of a step. */
export interface Outcome extends Counts {
  /** Printed when something failed. */
  readonly output: string;
}

/** A part of a command, such as the lint. */
export interface Step {
  readonly name: string;
  /** Resources that parallel steps can't share, such as examples whose servers they start. */
  readonly locks?: readonly string[];
  run(): Promise<Outcome>;
}

/**
 * Runs steps in order, even after a failure, and prints the result of each and the output of failed ones. A step whose locks are
 * taken is postponed.
 *
 * Vitest's projects can't replace this: the worker limit of a run applies to all projects, so files of one example would start
 * its servers in parallel.
 *
 * @param limit number of parallel steps
 * @returns the totals; a step that throws counts as one failure
 */
export async function runSteps(
  steps: readonly Step[],
  limit: number,
  print: (line: string) => void,
): Promise<Counts> {
  const waiting = [...steps];
  const running = new Set<Promise<void>>();
  const taken = new Set<string>();
  let passed = 0;
  let failed = 0;
  const work = async (step: Step): Promise<void> => {
    const started = performance.now();
    const outcome = await step.run().catch(asFailure);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    passed += outcome.passed;
    failed += outcome.failed;
    print(
      `${outcome.failed > 0 ? 'FAIL' : 'ok  '} ${step.name} (${seconds} s)`,
    );
    if (outcome.failed > 0) print(indent(outcome.output.trim()));
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(
      ({ locks = [] }) => !locks.some((name) => taken.has(name)),
    );
    const [step] =
      next >= 0 && running.size < limit ? waiting.splice(next, 1) : [];
    if (!step) {
      await Promise.race(running);
      continue;
    }
    const { locks = [] } = step;
    for (const name of locks) taken.add(name);
    const done = work(step).finally(() => {
      running.delete(done);
      for (const name of locks) taken.delete(name);
    });
    running.add(done);
  }
  return { passed, failed };
}

/** Creates a step that counts as one check and passes if there are no problems. */
export function problemsStep(
  name: string,
  find: () => readonly string[] | Promise<readonly string[]>,
): Step {
  return {
    name,
    run: async () => {
      const problems = await find();
      return problems.length > 0
        ? { passed: 0, failed: 1, output: problems.join('\n') }
        : { passed: 1, failed: 0, output: '' };
    },
  };
}

/** Formats the last line of a command. */
export function closingLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

function asFailure(error: unknown): Outcome {
  const output = error instanceof Error ? error.message : String(error);
  return { passed: 0, failed: 1, output };
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '     ');
}
