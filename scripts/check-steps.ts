import {
  differingCopies,
  differingVersions,
  readCopies,
} from './examples/check-copies.ts';
import { listExamples } from '../src/site/examples/catalogue.ts';
import { lockfileProblems } from './lockfile.ts';
import { problemsStep, type Step } from './run/steps.ts';
import { toolStep, vitestStep } from './run/tool-steps.ts';

/** Returns all checks that need no server and no browser; the slowest come first, so that two lanes end together. */
export function checkSteps(): Step[] {
  const examples = listExamples();
  const folders = examples.map(({ folder }) => folder);
  const copies = readCopies(examples);
  const vitest = [
    process.execPath,
    'node_modules/vitest/vitest.mjs',
    'run',
  ] as const;
  return [
    vitestStep('unit tests', [...vitest, '--project=unit']),
    toolStep('format', 'prettier/bin/prettier.cjs', [
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      '--cache-location=node_modules/.cache/check/prettier',
      '.',
    ]),
    scriptStep('pages against examples and evidence', [
      'scripts/check-content.ts',
    ]),
    scriptStep('style and translations', [
      'src/translation/commands/cli.ts',
      'check',
    ]),
    toolStep('lint', 'oxlint/bin/oxlint', [
      '--report-unused-disable-directives-severity=error',
      '.',
    ]),
    // The native compiler; Angular's still needs TypeScript 6.
    toolStep('types', 'typescript-native/bin/tsc', [
      '--build',
      '--incremental',
      '--noEmit',
      '.',
      ...folders,
    ]),
    problemsStep('lockfile', () => lockfileProblems(folders)),
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
