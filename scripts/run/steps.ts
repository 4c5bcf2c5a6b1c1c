/** What a step found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What to show when something failed. */
  readonly output: string;
}

/** One part of a command, for example `eslint`. */
export interface Step {
  readonly name: string;
  run(): Promise<Outcome>;
}

/** The sum over several steps. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs every step, also after one has failed, and prints one line for each:
 * its result and seconds, and the output of a failed one.
 *
 * @param atATime how many run side by side
 * @param print where the lines go
 * @returns the totals; a step that throws counts as one failure
 */
export async function runSteps(
  steps: readonly Step[],
  atATime: number,
  print: (line: string) => void,
): Promise<Totals> {
  const waiting = [...steps];
  let passed = 0;
  let failed = 0;
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now();
      const outcome = await step.run().catch(asFailure);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      passed += outcome.passed;
      failed += outcome.failed;
      print(
        `${outcome.failed > 0 ? 'FAIL' : 'ok  '} ${step.name} (${seconds} s)`,
      );
      if (outcome.failed > 0) {
        print(indent(outcome.output.trim()));
      }
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return { passed, failed };
}

/**
 * A step that counts as one: its function returns the problems it found, and
 * none means that it passed.
 */
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

/** The plain last line of a command, for people and for machines. */
export function closingLine({ passed, failed }: Totals): string {
  return `${passed} passed, ${failed} failed`;
}

function asFailure(error: unknown): Outcome {
  const output = error instanceof Error ? error.message : String(error);
  return { passed: 0, failed: 1, output };
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '     ');
}
