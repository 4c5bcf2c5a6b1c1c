import { differingCopies, differingVersions } from './examples/agreement.ts';
import { type Example, listExamples } from './examples/catalogue.ts';
import { readCopies } from './examples/copies.ts';
import { problemsStep, type Step } from './run/steps.ts';
import { toolStep, vitestStep } from './run/tool-steps.ts';

/**
 * Everything that can be checked without a server and without a browser. The
 * longest steps come first, so that two at a time end together.
 */
export function checkSteps(): Step[] {
  const examples = listExamples();
  return [
    toolStep('eslint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0']),
    toolStep('prettier', 'prettier/bin/prettier.cjs', [
      '--check',
      '--log-level=warn',
      '.',
    ]),
    vitestStep('unit tests', [
      process.execPath,
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=unit',
    ]),
    toolStep('types of the site', 'typescript/bin/tsc', ['--noEmit']),
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
  return toolStep(`types of ${name}`, 'typescript/bin/tsc', [
    '--noEmit',
    '-p',
    folder,
  ]);
}

function scriptStep(name: string, args: readonly string[]): Step {
  return toolStep(name, 'tsx/dist/cli.mjs', args);
}
