import { expect, test } from 'vitest';
import { missingImport } from '../variants/missing-import/variant.ts';
import { measure } from './support/measure.ts';
import { questionsFor } from './support/questions.ts';
import { plain } from './support/record.ts';
import { buildApp, modes, startApp } from './support/running-app.ts';

const layout = 'missing-import';

test('a route file without its imports builds, and fails when it is asked', async () => {
  const { about, files } = missingImport;
  const evidence: Record<string, unknown> = {
    kind: 'layout',
    about,
    files: Object.fromEntries(
      Object.entries(files).map(([name, { file }]) => [name, file]),
    ),
  };
  await buildApp(layout);
  for (const mode of modes) {
    const app = await startApp(layout, mode);
    try {
      const questions = questionsFor(missingImport);
      const answers = await measure(app, questions, '/');
      evidence[mode] = {
        ...plain(answers),
        log: [...errorsIn(app.output())],
      };
    } finally {
      await app.stop();
    }
  }
  await expect(`${JSON.stringify(evidence, null, 2)}\n`).toMatchFileSnapshot(
    `../evidence/${layout}.json`,
  );
});

/** What the server says of it, each sentence once. */
function errorsIn(output: string): Set<string> {
  return new Set(output.match(/\w*(?:Error: )?\w+ is not defined/g) ?? []);
}
