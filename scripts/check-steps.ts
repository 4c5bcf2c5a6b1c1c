import { differingCopies, differingVersions } from './examples/agreement.ts';
import { type Example, listExamples } from './examples/catalogue.ts';
import { readCopies } from './examples/copies.ts';
import { problemsStep, type Step } from './run/steps.ts';
import { toolStep, vitestStep } from './run/tool-steps.ts';

/** What a second run need not do again. */
const caches = 'node_modules/.cache/check';

/**
 * Everything that can be checked without a server and without a browser. The
 * longest steps come first, so that two at a time end together.
 */
export function checkSteps(): Step[] {
  const examples = listExamples();
  return [
    toolStep('eslint', 'eslint/bin/eslint.js', [
      '.',
      '--max-warnings=0',
      // A file whose text is as it was is not read again. What a changed type does to another file, a fresh checkout finds.
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${caches}/eslint/`,
    ]),
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
    typesStep('types of the site', '.'),
    ...examples.map(typesOf),
    scriptStep('pages against examples and evidence', [
      'scripts/check-content.ts',
    ]),
    scriptStep('translations', ['src/translation/cli.ts', 'check']),
    problemsStep('equal copies of support files', () =>
      differingCopies(readCopies(examples)),
    ),
    problemsStep('equal versions in the examples', () =>
      differingVersions(examples),
    ),
  ];
}

function typesOf({ name, folder }: Example): Step {
  return typesStep(`types of ${name}`, folder);
}

function typesStep(name: string, folder: string): Step {
  const file = `${name.replaceAll(' ', '-')}.tsbuildinfo`;
  return toolStep(name, 'typescript/bin/tsc', [
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    `${caches}/types/${file}`,
    '-p',
    folder,
  ]);
}

function scriptStep(name: string, args: readonly string[]): Step {
  return toolStep(name, 'tsx/dist/cli.mjs', args);
}
