import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { rootOf } from '../layouts/compose';
import {
  missingImport,
  missingImportFirst,
} from '../variants/missing-import/variant';
import { expectEvidence } from './support/evidence';
import { measure } from './support/measure';
import { questionsFor } from './support/questions';
import { plain } from './support/layout-record';
import {
  buildApp,
  type Mode,
  modes,
  type RunningApp,
  startApp,
} from './support/running-app';

const apps: [string, typeof missingImport, readonly Mode[]][] = [
  ['missing-import', missingImport, modes],
  ['missing-import-first', missingImportFirst, ['development']],
];

test.each(apps)('errors in %s', async (name, variant, servers) => {
  const evidence: Record<string, unknown> = {
    about: variant.about,
    files: mapFiles(variant),
  };
  for (const mode of servers) {
    if (mode === 'production') {
      await buildApp(name);
    }
    const app = await startApp(name, mode);
    try {
      const answers = await measure(app, questionsFor(variant), '/');
      const log = errorsIn(app);
      evidence[mode] = { ...plain(answers), log };
      // A heading of a page quotes this line, so recording it again isn't sufficient.
      expect(log).toContain(
        'ReferenceError: defineEventHandler is not defined',
      );
      if (mode === 'production') {
        expect(answers['noImport']['/api/no-import'].plain.status).toBe(500);
      }
    } finally {
      await app.stop();
    }
  }
  evidence['types'] = typeErrorsOf(name);
  await expectEvidence(name, { kind: 'missing-import', ...evidence });
});

function mapFiles({ files }: typeof missingImport): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, { file }]) => [name, file]),
  );
}

/** Returns the errors of the server, without duplicates. */
function errorsIn(app: RunningApp): string[] {
  const sentences = app.output().match(/ReferenceError: \w+ is not defined/g);
  return [...new Set(sentences)].toSorted();
}

/** Returns the errors of the type checker, which the build doesn't run. */
function typeErrorsOf(name: string): string[] {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit'], {
    cwd: rootOf(name),
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line.includes('Cannot find name'));
}
