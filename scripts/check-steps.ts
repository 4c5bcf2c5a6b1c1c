import { differingCopies, differingVersions } from './examples/agreement.ts';
import { listExamples } from './examples/catalogue.ts';
import { readCopies } from './examples/copies.ts';
import { problemsStep, type Step } from './run/steps.ts';
import { toolStep, vitestStep } from './run/tool-steps.ts';

/** Both tools make millions of small objects; with more room for the young ones, they spend a tenth less on collecting them. */
const room = { env: { NODE_OPTIONS: '--max-semi-space-size=128' } };

/** What a second run need not do again. */
const caches = 'node_modules/.cache/check';

/**
 * What can be checked without a server and without a browser in less than a
 * minute. The longest steps come first, so that two at a time end together.
 */
export function checkSteps(): Step[] {
  const examples = listExamples();
  const copies = readCopies(examples);
  return [
    eslintStep('eslint', ['.', ...without('examples', 'tests')]),
    prettierStep('prettier', ['.', '!examples/**']),
    vitestStep('unit tests', [
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=unit',
    ]),
    typesStep('types', ['.']),
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

/**
 * Format, lint and types of the examples, and the lint of the tests that only
 * npm test runs. They take as long as all that checkSteps does, so they are a
 * part of npm test alone.
 */
export function exampleCheckSteps(): Step[] {
  const examples = listExamples();
  return [
    eslintStep('eslint of the examples', ['examples', 'tests']),
    prettierStep('prettier of the examples', ['examples']),
    // Build mode reads what all of them use once.
    typesStep(
      'types of the examples',
      examples.map(({ folder }) => folder),
    ),
  ];
}

function without(...files: readonly string[]): string[] {
  return files.flatMap((file) => ['--ignore-pattern', file]);
}

function prettierStep(name: string, paths: readonly string[]): Step {
  return toolStep(name, 'prettier/bin/prettier.cjs', [
    '--check',
    '--log-level=warn',
    '--cache',
    '--cache-strategy=content',
    `--cache-location=${caches}/${name.replaceAll(' ', '-')}`,
    ...paths,
  ]);
}

function typesStep(name: string, projects: readonly string[]): Step {
  const args = ['--build', '--incremental', '--noEmit', ...projects];
  return toolStep(name, 'typescript/bin/tsc', args, room);
}

function eslintStep(name: string, args: readonly string[]): Step {
  return toolStep(
    name,
    'eslint/bin/eslint.js',
    [
      ...args,
      '--max-warnings=0',
      // A file whose text is as it was is not read again. What a changed type does to another file, a fresh checkout finds.
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${caches}/${name.replaceAll(' ', '-')}/`,
    ],
    room,
  );
}

function scriptStep(name: string, args: readonly string[]): Step {
  return toolStep(name, 'tsx/dist/cli.mjs', args);
}
