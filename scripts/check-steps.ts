import {
  differingCopies,
  differingVersions,
  laterCopies,
} from './examples/agreement.ts';
import { listExamples } from './examples/catalogue.ts';
import { readCopies } from './examples/copies.ts';
import { problemsStep, type Step } from './run/steps.ts';
import { toolStep, vitestStep } from './run/tool-steps.ts';

/** Both tools make millions of small objects; with more room for the young ones, they spend a tenth less on collecting them. */
const room = { env: { NODE_OPTIONS: '--max-semi-space-size=128' } };

/** What a second run need not do again. */
const caches = 'node_modules/.cache/check';

/**
 * Everything that can be checked without a server and without a browser. The
 * longest steps come first, so that two at a time end together.
 */
export function checkSteps(): Step[] {
  const examples = listExamples();
  const copies = readCopies(examples);
  return [
    toolStep(
      'eslint',
      'eslint/bin/eslint.js',
      [
        '.',
        '--max-warnings=0',
        // A file whose text is as it was is not read again. What a changed type does to another file, a fresh checkout finds.
        '--cache',
        '--cache-strategy=content',
        `--cache-location=${caches}/eslint/`,
        ...laterCopies(copies).flatMap((file) => ['--ignore-pattern', file]),
      ],
      room,
    ),
    toolStep('prettier', 'prettier/bin/prettier.cjs', [
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${caches}/prettier`,
      '.',
    ]),
    vitestStep('unit tests', [
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=unit',
    ]),
    // Build mode reads what all of them use once.
    toolStep(
      'types',
      'typescript/bin/tsc',
      [
        '--build',
        '--incremental',
        '--noEmit',
        '.',
        ...examples.map(({ folder }) => folder),
      ],
      room,
    ),
    scriptStep('pages against examples and evidence', [
      'scripts/check-content.ts',
    ]),
    scriptStep('translations', ['src/translation/cli.ts', 'check']),
    problemsStep('equal copies of support files', () =>
      differingCopies(copies),
    ),
    problemsStep('equal versions in the examples', () =>
      differingVersions(examples),
    ),
  ];
}

function scriptStep(name: string, args: readonly string[]): Step {
  return toolStep(name, 'tsx/dist/cli.mjs', args);
}
