import { parseArgs } from 'node:util';
import { benchLoad } from './bench/load.ts';
import { benchLighthouse } from './bench/page/lighthouse.ts';
import { benchPage } from './bench/page/page.ts';
import { benchPlayground } from './bench/playground.ts';
import { benchTranslation } from './bench/translation.ts';
import { main } from './run/main.ts';

const usage = `Usage: npm run bench -- <what>
  translation [--pages 300] [--runs 1]   builds a site with catalogues and as copies, and compares time and memory
  page [--runs 5] [--peers]              opens pages of this site and of plain Docusaurus, and compares bytes and times;
                                         --peers also installs VitePress and Starlight, and compares with these
  lighthouse [--runs 1] [--peers] [--all]
                                         lets Lighthouse audit them; --all each page of this site, and no other
  playground [--runs 15]                 opens a playground, and compares its first frame with that of the real server
  load [--sockets 5000] [--streams 1000] [--rounds 3] [--seconds 2] [--record]
                                         compares the server of an example with ws alone; --record makes it evidence`;

// npm run bench: speed, as ratios to a baseline that is measured in the same run.
await main(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      pages: { type: 'string', default: '300' },
      runs: { type: 'string' },
      sockets: { type: 'string', default: '5000' },
      streams: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '2' },
      record: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
  const [what] = positionals;
  const missed = await bench(what, values);
  return missed === 0 ? 0 : 1;
});

interface Options {
  readonly pages: string;
  readonly runs?: string | undefined;
  readonly sockets: string;
  readonly streams: string;
  readonly rounds: string;
  readonly seconds: string;
  readonly record: boolean;
  readonly peers: boolean;
  readonly all: boolean;
}

function bench(
  what: string | undefined,
  { pages, runs, record, peers, all, ...load }: Options,
): Promise<number> {
  if (what === 'translation') {
    return benchTranslation(
      { pages: positive('pages', pages), runs: positive('runs', runs ?? '1') },
      console.log,
    );
  }
  if (what === 'page') {
    return benchPage(
      { runs: positive('runs', runs ?? '5'), peers },
      console.log,
    );
  }
  if (what === 'lighthouse') {
    return benchLighthouse(
      { runs: positive('runs', runs ?? '1'), peers, all },
      console.log,
    );
  }
  if (what === 'playground') {
    return benchPlayground(
      { runs: positive('runs', runs ?? '15') },
      console.log,
    );
  }
  if (what === 'load') {
    const { sockets, streams, rounds, seconds } = load;
    return benchLoad(
      {
        sockets: positive('sockets', sockets),
        streams: positive('streams', streams),
        rounds: positive('rounds', rounds),
        seconds: positive('seconds', seconds),
        record,
      },
      console.log,
    );
  }
  throw new Error(
    what === undefined
      ? usage
      : `There is no benchmark "${what}"; there are translation, page, lighthouse, playground and load.\n${usage}`,
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
