import type { Timed } from './time-table.ts';

/** What a step found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What to show when something failed. */
  readonly output: string;
  /** How long its parts took, if it knows: the files of a test run. */
  readonly parts?: readonly Timed[];
  /** What processors spent on it, if it knows. */
  readonly processorSeconds?: number | undefined;
}

/** One part of a command, for example `eslint`. */
export interface Step {
  readonly name: string;
  /** What no other step may use meanwhile, by any names: examples whose servers it starts. */
  readonly holds?: readonly string[];
  run(): Promise<Outcome>;
}

/** How many tests and checks passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The sum over several steps. */
export interface Totals extends Counts {
  /** How long each step took, in the order of their ends. */
  readonly times: readonly Timed[];
}

/**
 * Runs every step, also after one has failed, and prints one line for each:
 * its result and seconds, and the output of a failed one. A step whose turn it
 * is waits while another holds what it needs; the next one comes first then.
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
  const running = new Set<Promise<void>>();
  const held = new Set<string>();
  const times: Timed[] = [];
  let passed = 0;
  let failed = 0;
  const work = async (step: Step): Promise<void> => {
    const started = performance.now();
    const outcome = await step.run().catch(asFailure);
    const seconds = (performance.now() - started) / 1000;
    const { parts = [], processorSeconds } = outcome;
    times.push({ name: step.name, seconds, parts, processorSeconds });
    passed += outcome.passed;
    failed += outcome.failed;
    print(
      `${outcome.failed > 0 ? 'FAIL' : 'ok  '} ${step.name} (${seconds.toFixed(1)} s)`,
    );
    if (outcome.failed > 0) {
      print(indent(outcome.output.trim()));
    }
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(
      ({ holds = [] }) => !holds.some((name) => held.has(name)),
    );
    const [step] =
      next >= 0 && running.size < atATime ? waiting.splice(next, 1) : [];
    if (step) {
      const { holds = [] } = step;
      for (const name of holds) held.add(name);
      const done = work(step).finally(() => {
        running.delete(done);
        for (const name of holds) held.delete(name);
      });
      running.add(done);
    } else {
      await Promise.race(running);
    }
  }
  return { passed, failed, times };
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
