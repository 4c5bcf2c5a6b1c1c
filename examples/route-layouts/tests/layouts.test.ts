import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { variantNamed } from '../layouts/chosen';
import { layouts } from '../layouts/layouts';
import { subset } from '../layouts/subset';
import type { Variant } from '../layouts/variant';
import { expectEvidence } from './support/evidence';
import { type Answers, measure } from './support/measure';
import { questionsFor } from './support/questions';
import { layoutEvidence } from './support/layout-record';
import { buildApp, type Mode, startApp } from './support/running-app';

const { LAYOUTS } = process.env;
const names =
  LAYOUTS === 'all' ? Object.keys(layouts) : (LAYOUTS?.split(',') ?? subset);
const chosen = names.map((name): [string, Variant] => [
  name,
  variantNamed(name),
]);

let appBuilds = '';
beforeAll(async () => {
  appBuilds = await mkdtemp(join(tmpdir(), 'app-builds-'));
});
afterAll(() => rm(appBuilds, { recursive: true }));

describe('a route responds at its recorded URLs', () => {
  test.each(chosen)('in the layout %s', async (name, variant) => {
    const development = await measured(name, variant, 'development');
    await buildApp(name, { ...variant.env?.build, APP_BUILDS: appBuilds });
    const production = await measured(name, variant, 'production');
    const evidence = layoutEvidence(variant, { development, production });
    await expectEvidence(name, evidence);
  });
});

async function measured(
  name: string,
  variant: Variant,
  mode: Mode,
): Promise<Answers> {
  const app = await startApp(name, mode, variant.env?.run);
  try {
    const page = `${variant.bases?.at(-1) ?? ''}/`;
    return await measure(app, questionsFor(variant), page);
  } finally {
    await app.stop();
  }
}
