import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser/ensure-browser.ts';
import { listExamples } from './examples/catalogue.ts';
import { hasMore, recordExample } from './examples/record.ts';
import { run } from './run/child.ts';
import { main } from './run/main.ts';

// npm run evidence: records again what every example does. The diff is the review.
// An example whose tests run only a part of what it measures records the rest with --all.
await main(async () => {
  const { values } = parseArgs({
    options: { all: { type: 'boolean', default: false } },
  });
  const browser = await ensureBrowser(console.log);
  const failed: string[] = [];
  for (const example of listExamples()) {
    const { name } = example;
    const all = values.all && hasMore(example);
    console.log(
      `Recording ${name} (${all ? 'ten minutes' : 'a minute or two'}) …`,
    );
    const { code, output } = await recordExample(example, { all, browser });
    if (code !== 0) {
      console.error(output);
      failed.push(name);
    }
  }
  // Not the diff, which leaves out files that are new.
  const changed = await run('git', [
    'status',
    '--short',
    '--',
    'examples/*/evidence/*',
  ]);
  if (changed.code !== 0) {
    throw new Error(`git cannot say what has changed:\n${changed.output}`);
  }
  if (changed.output.trim() !== '') console.log(changed.output.trimEnd());
  if (failed.length > 0) {
    console.error(`Not recorded, since tests failed: ${failed.join(', ')}.`);
    return 1;
  }
  if (changed.output.trim() === '') {
    console.log('No recorded behaviour has changed.');
  }
  return 0;
});
