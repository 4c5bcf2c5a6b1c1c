import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../run/child.ts';
import { ensureNode } from './ensure-node.ts';
import { nodeMajors, recommendedNode } from './versions.ts';

// Run by `npm run test:node -- all`; `npx vitest run --project=node-versions --update` records it again.
it('the Node versions differ as recorded', async () => {
  const measured: Record<string, unknown> = {
    kind: 'facts',
    node: recommendedNode,
  };
  for (const major of nodeMajors) {
    const node = join(await ensureNode(major), 'node');
    const { output } = await run(node, [
      '--no-warnings',
      'scripts/node/probe.js',
    ]);
    measured[`node${major}`] = JSON.parse(output) as unknown;
  }
  await expect(`${JSON.stringify(measured, null, 2)}\n`).toMatchFileSnapshot(
    '../../examples/symptoms/evidence/node-versions.json',
  );
});
