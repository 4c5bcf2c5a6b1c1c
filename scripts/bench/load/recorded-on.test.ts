import { join } from 'node:path';
import { expect, it } from 'vitest';
import { siteConfig } from '../../../site.config.ts';
import { openEvidence } from '../../../src/evidence/record/store.ts';
import { loadRunOf } from '../../../src/site/measured/load-record.ts';
import { recordedOn } from './recorded-on.ts';

it('the recorded figures are of the installed versions', () => {
  const evidence = openEvidence(join(siteConfig.root, 'examples'));
  const { on } = loadRunOf(evidence, 'limits/load#sockets');
  const { packages } = recordedOn(siteConfig.lockfile);
  expect(
    on.packages,
    'another version is installed since; on a quiet machine, run: npm run bench -- load --record',
  ).toEqual(packages);
});
