import { join } from 'node:path';
import { expect, it } from 'vitest';
import { content } from '../../../content.ts';
import { openEvidence } from '../../../src/evidence/store.ts';
import { loadRunOf } from '../../../src/evidence/load-record.ts';
import { recordedOn } from './recorded-on.ts';

it('the figures of the guide were recorded with the versions that are installed', () => {
  const evidence = openEvidence(join(content.root, 'examples'));
  const { on } = loadRunOf(evidence, 'limits/load#sockets');
  const { packages } = recordedOn(content.lockfile);
  expect(
    on.packages,
    'another version is installed since; on a quiet machine, run: npm run bench -- load --record',
  ).toEqual(packages);
});
