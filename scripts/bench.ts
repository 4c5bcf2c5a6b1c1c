import { parseArgs } from 'node:util';
import { benchTranslation } from './bench/translation.ts';
import { main } from './run/main.ts';

const usage = `Usage: npm run bench -- <what>
  translation [--pages 300] [--runs 1]   builds a site with catalogues and as copies, and compares time and memory`;

// npm run bench: speed, as ratios to a baseline that is measured in the same run.
await main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      pages: { type: 'string', default: '300' },
      runs: { type: 'string', default: '1' },
    },
  });
  const [what] = positionals;
  if (what !== 'translation') {
    throw new Error(
      what === undefined
        ? usage
        : `There is no benchmark "${what}"; there is translation.\n${usage}`,
    );
  }
  const missed = await benchTranslation(
    {
      pages: positive('pages', values.pages),
      runs: positive('runs', values.runs),
    },
    console.log,
  );
  return missed === 0 ? 0 : 1;
});

function positive(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(
      `--${name} is "${value}"; it takes a whole number from 1; for example --${name} 3.`,
    );
  }
  return number;
}
