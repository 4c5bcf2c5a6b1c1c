import { parseArgs } from 'node:util';
import { nearest } from '../src/core/nearest.ts';
import { type Example, listExamples } from '../src/site/examples/catalogue.ts';
import { ensureBrowser } from './browser/browsers.ts';
import { committedEvidence, reportSince } from './evidence/report.ts';
import { nodeOf } from './node/example-node.ts';
import { recommendedNode } from './node/versions.ts';
import { run } from './run/child.ts';
import { main } from './run/main.ts';

// npm run evidence: records the examples again, after a deliberate change or an upgrade, and reports which recorded values
// changed and which sentences that makes false.
await main(async () => {
  const { values } = parseArgs({
    options: {
      all: { type: 'boolean', default: false },
      examples: { type: 'string' },
    },
  });
  const examples = selected(listExamples(), values.examples);
  const browser = await ensureBrowser(console.log);
  const node = await nodeOf(recommendedNode);
  const before = await committedEvidence();
  const failed: string[] = [];
  for (const { name, scripts } of examples) {
    // Only some examples have measurements that their usual tests leave out.
    const all = values.all && scripts['evidence'] !== undefined;
    console.log(
      `Recording ${name} (${all ? 'ten minutes' : 'a minute or two'}) …`,
    );
    const { code, output } = await run(
      'npm',
      all
        ? ['run', 'evidence', '--workspace', name]
        : ['test', '--workspace', name, '--', '--update'],
      { env: { CHROME_PATH: browser, ...node.env } },
    );
    if (code === 0) continue;
    console.error(output);
    failed.push(name);
  }
  for (const line of await reportSince(before)) console.log(line);
  if (failed.length === 0) return 0;
  console.error(
    `\nTests failed in ${failed.join(', ')}: their records may be incomplete.`,
  );
  return 1;
});

function selected(
  examples: readonly Example[],
  names: string | undefined,
): readonly Example[] {
  if (names === undefined) return examples;
  return names.split(',').map((name) => {
    const found = examples.find((example) => example.name === name);
    if (found) return found;
    const known = examples.map((example) => example.name);
    throw new Error(
      `No example "${name}". Did you mean "${nearest(name, known)}"? The examples are ${known.join(', ')}.`,
    );
  });
}
