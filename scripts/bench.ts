import { parseArgs } from 'node:util';
import { benchPlayground } from './bench/playground.ts';
import { benchTranslation } from './bench/translation.ts';
import { main } from './run/main.ts';

const usage = `Usage: npm run bench -- <what>
  translation [--pages 300] [--runs 1]   builds a site with catalogues and as copies, and compares time and memory
  playground [--runs 15]                 opens a playground, and compares its first frame with that of the real server`;

// npm run bench: speed, as ratios to a baseline that is measured in the same run.
await main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      pages: { type: 'string', default: '300' },
      runs: { type: 'string' },
    },
  });
  const [what] = positionals;
  const missed = await bench(what, values.pages, values.runs);
  return missed === 0 ? 0 : 1;
});

function bench(
  what: string | undefined,
  pages: string,
  runs: string | undefined,
): Promise<number> {
  if (what === 'translation') {
    return benchTranslation(
      { pages: positive('pages', pages), runs: positive('runs', runs ?? '1') },
      console.log,
    );
  }
  if (what === 'playground') {
    return benchPlayground(
      { runs: positive('runs', runs ?? '15') },
      console.log,
    );
  }
  throw new Error(
    what === undefined
      ? usage
      : `There is no benchmark "${what}"; there are translation and playground.\n${usage}`,
  );
}

function positive(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(
      `--${name} is "${value}"; it takes a whole number from 1; for example --${name} 3.`,
    );
  }
  return number;
}
