import { checkSteps } from './check-steps.ts';
import { runTool } from './run/child.ts';
import { main } from './run/main.ts';
import { closingLine, runSteps } from './run/steps.ts';

// npm run check: all that needs no server and no browser. With --report: what each page rests on, and nothing else.
await main(async () => {
  const options = process.argv.slice(2);
  const unknown = options.find((option) => option !== '--report');
  if (unknown !== undefined) {
    throw new Error(
      `npm run check: there is no option "${unknown}"; there is --report. Write: npm run check -- --report`,
    );
  }
  if (options.includes('--report')) {
    const report = ['scripts/check-content.ts', '--report'];
    const { code } = await runTool('tsx/dist/cli.mjs', report, {
      visible: true,
    });
    return code;
  }
  const totals = await runSteps(checkSteps(), 2, console.log);
  console.log(closingLine(totals));
  return totals.failed > 0 ? 1 : 0;
});
