import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { content } from '../../../content.ts';
import { ensureBrowser } from '../../browser/ensure-browser.ts';
import { run } from '../../run/child.ts';
import { buildFolder } from '../../site/build-site.ts';
import { median } from '../median.ts';
import { type Figure, figureLine, isMissed } from './figures.ts';
import {
  categories,
  type LighthouseReport,
  readLighthouseReport,
} from './lighthouse-report.ts';
import { pageKinds } from './page.ts';
import { serveSites } from './sites.ts';
import { readTwins } from './twins.ts';

/** How much the benchmark does. */
export interface LighthouseBench {
  /** How often each page is audited; medians are compared. */
  readonly runs: number;
  /** Whether VitePress and Starlight are compared as well. */
  readonly peers: boolean;
  /** Whether each page of this site is audited, in place of one of each kind. */
  readonly all: boolean;
}

/** Version 13 needs Node 22. */
const lighthouse = 'lighthouse@12.8.2';

const figures: readonly (Figure & { readonly of: keyof LighthouseReport })[] = [
  ...categories.map((of) => ({ of, what: of, unit: '', least: 100 }) as const),
  { of: 'blocked', what: 'blocked', unit: 'ms', most: 20 },
  { of: 'largestPaint', what: 'largest paint', unit: 'ms', most: 1_200 },
  { of: 'shift', what: 'shift', unit: '', most: 0 },
];

/** By what a page asks of the reader's system. */
const themes = ['light', 'dark'] as const;

/**
 * Lets Lighthouse audit pages of this site, in each language and both themes, and the same pages of other sites: its mobile device, with its simulated network.
 *
 * @param options how much to do
 * @param print where the lines go
 * @returns the number of goals that were missed
 * @throws when a site does not build, or Lighthouse cannot be installed or run
 */
export async function benchLighthouse(
  { runs, peers, all }: LighthouseBench,
  print: (line: string) => void,
): Promise<number> {
  const browser = await ensureBrowser(print);
  const compared = peers ? 'plain and peers' : 'plain';
  const { own, others, close } = await serveSites(
    all ? 'none' : compared,
    print,
  );
  const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  try {
    print(`Installing ${lighthouse} …`);
    await must('npm', [
      ...['install', '--prefix', folder, '--no-audit', '--no-fund'],
      ...['--loglevel=error', lighthouse],
    ]);
    const audit = (address: string, theme: (typeof themes)[number]) =>
      audited(folder, browser, address, theme, runs);
    const pages = all
      ? ['', ...(await readTwins(buildFolder)).map(({ path }) => path)]
      : pageKinds;
    let missed = 0;
    for (const page of pages) {
      const beside: { name: string; report: LighthouseReport }[] = [];
      for (const { name, origin } of others) {
        const report = await audit(`${origin}/${page}`, 'light');
        beside.push({ name, report });
      }
      for (const locale of content.locales) {
        const prefix = locale === content.defaultLocale ? '' : `${locale}/`;
        for (const theme of themes) {
          const path = `${prefix}${page}`;
          const report = await audit(`${own.origin}/${path}`, theme);
          const lines = figures.flatMap(({ of, ...figure }) => {
            const value = report[of];
            const isBad = isMissed(figure, Number(value));
            if (isBad) missed += 1;
            // Of many pages, only what is to be mended.
            if (all && !isBad) return [];
            return figureLine(
              figure,
              Number(value),
              beside.map((other) => ({
                name: other.name,
                value: Number(other.report[of]),
              })),
            );
          });
          print(`/${path}, ${theme}${lines.length === 0 ? ': all met' : ''}`);
          for (const line of lines) print(line);
          for (const id of report.failed) print(`       audit ${id}`);
        }
      }
    }
    return missed;
  } finally {
    close();
    await rm(folder, { recursive: true });
  }
}

async function audited(
  folder: string,
  browser: string,
  address: string,
  theme: (typeof themes)[number],
  runs: number,
): Promise<LighthouseReport> {
  const reports: LighthouseReport[] = [];
  for (let count = 1; count <= runs; count += 1) {
    const text = await must(
      process.execPath,
      [
        join(folder, 'node_modules/lighthouse/cli/index.js'),
        address,
        '--quiet',
        '--output=json',
        `--only-categories=${categories.join(',')}`,
        // https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/public/mojom/css/preferred_color_scheme.mojom
        `--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking --blink-settings=preferredColorScheme=${theme === 'dark' ? 0 : 1}`,
      ],
      { CHROME_PATH: browser },
    );
    reports.push(readLighthouseReport(text));
  }
  const middle = (of: Exclude<keyof LighthouseReport, 'failed'>) =>
    median(reports.map((report) => report[of]));
  return {
    performance: middle('performance'),
    accessibility: middle('accessibility'),
    'best-practices': middle('best-practices'),
    seo: middle('seo'),
    blocked: middle('blocked'),
    largestPaint: middle('largestPaint'),
    shift: middle('shift'),
    failed: [...new Set(reports.flatMap(({ failed }) => failed))],
  };
}

async function must(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, output } = await run(command, args, { env });
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
  return output;
}
