import { checkSteps } from './check-steps.ts';
import { main } from './run/main.ts';
import { closingLine, runSteps } from './run/steps.ts';

// npm run check: all that needs no server and no browser.
await main(async () => {
  const totals = await runSteps(checkSteps(), 2, console.log);
  console.log(closingLine(totals));
  return totals.failed > 0 ? 1 : 0;
});
