import { checkSteps } from './check-steps.ts';
import { runTool } from './run/child.ts';
import { main } from './run/main.ts';
import { closingLine, runSteps } from './run/steps.ts';

// npm run check: all checks that need no server and no browser. With --report, only the report on the sources of each page.
await main(async () => {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== '--report');
  if (unknown !== undefined) {
    throw new Error(
      `npm run check: unknown option "${unknown}". The only option is --report. Write: npm run check -- --report`,
    );
  }
  if (options.includes('--report')) {
    const { code } = await runTool(
      'tsx/dist/cli.mjs',
      ['scripts/check-content.ts', '--report'],
      { visible: true },
    );
    return code;
  }
  const totals = await runSteps(checkSteps(), 2, console.log);
  console.log(
    'Not checked: the examples on their servers, the commands of the guide, the site in browsers. Run: npm test',
  );
  console.log(closingLine(totals));
  return totals.failed > 0 ? 1 : 0;
});
