import { parseArgs } from 'node:util';
import { nearest } from '../src/core/nearest.ts';
import { benchCorpus } from './bench/corpus.ts';
import { benchLoad } from './bench/load.ts';
import { benchLighthouse } from './bench/peers/lighthouse.ts';
import { benchPage } from './bench/peers/page.ts';
import { benchPlayground } from './bench/playground.ts';
import { benchTranslation } from './bench/translation.ts';
import { main } from './run/main.ts';

// npm run bench: measures speed and size against a baseline in the same run; without a name, lists the benchmarks.
await main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      pages: { type: 'string' },
      runs: { type: 'string' },
      sockets: { type: 'string' },
      streams: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      record: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
  const print = console.log;
  const { record, peers, all } = values;
  const number = (
    option: Exclude<keyof typeof values, 'record' | 'peers' | 'all'>,
    fallback: number,
  ) => positive(option, values[option] ?? String(fallback));

  const benchmarks: Readonly<
    Record<string, readonly [usage: string, run: () => Promise<number>]>
  > = {
    translation: [
      'builds a generated site with catalogues and as copies: time, memory [--pages 300] [--runs 1]',
      () => benchTranslation(number('pages', 300), number('runs', 1), print),
    ],
    corpus: [
      'translates the Markdown of installed packages and compares the trees [--pages 1200]',
      () => benchCorpus(number('pages', 1200), print),
    ],
    page: [
      'compares pages with plain Docusaurus, and with VitePress and Starlight: bytes, times [--runs 5] [--peers]',
      () => benchPage(number('runs', 5), peers ? 'all' : 'plain', print),
    ],
    lighthouse: [
      'audits these pages with Lighthouse, or all pages of this site only [--runs 1] [--peers | --all]',
      () =>
        benchLighthouse(
          number('runs', 1),
          all ? 'none' : peers ? 'all' : 'plain',
          print,
        ),
    ],
    playground: [
      'compares the first frame of a playground with the production server [--runs 15]',
      () => benchPlayground(number('runs', 15), print),
    ],
    load: [
      "compares an example's server with bare ws [--sockets 5000] [--streams 1000] [--rounds 3] [--seconds 2] [--record]",
      () =>
        benchLoad(
          {
            sockets: number('sockets', 5000),
            streams: number('streams', 1000),
            rounds: number('rounds', 3),
            seconds: number('seconds', 2),
            record,
          },
          print,
        ),
    ],
  };
  const [name] = positionals;
  if (name === undefined) {
    print('Usage: npm run bench -- <name> [options]');
    for (const [one, [usage]] of Object.entries(benchmarks)) {
      print(`  ${one.padEnd(11)}  ${usage}`);
    }
    return 0;
  }
  const [, run] = benchmarks[name] ?? [];
  if (!run) {
    throw new Error(
      `No benchmark "${name}". Did you mean "${nearest(name, Object.keys(benchmarks))}"? List them with: npm run bench`,
    );
  }
  return (await run()) === 0 ? 0 : 1;
});

function positive(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(
      `--${name} is "${value}"; it takes a positive integer, such as --${name} 3.`,
    );
  }
  return number;
}
