import { listExamples } from './examples/catalogue.ts';
import { ensureBrowser } from './browser/ensure-browser.ts';
import { run } from './run/child.ts';
import { main } from './run/main.ts';

// npm run evidence: records again what every example does. The diff is the review.
await main(async () => {
  const env = { CHROME_PATH: await ensureBrowser(console.log) };
  let failed = 0;
  for (const { name, scripts } of listExamples()) {
    console.log(`Recording ${name} (a minute or two) …`);
    // One that runs only a part of itself as its test says how to record the whole.
    const args = scripts['evidence']
      ? ['run', 'evidence', '--workspace', name]
      : ['test', '--workspace', name, '--', '--update'];
    const { code, output } = await run('npm', args, { env });
    if (code !== 0) {
      console.error(output);
      failed += 1;
    }
  }
  const diff = await run('git', [
    'diff',
    '--stat',
    '--',
    'examples/*/evidence',
  ]);
  console.log(diff.output.trim() || 'No recorded behaviour has changed.');
  return failed > 0 ? 1 : 0;
});
