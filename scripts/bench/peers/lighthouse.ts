import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteConfig } from '../../../site.config.ts';
import { ensureBrowser } from '../../browser/browsers.ts';
import { run } from '../../run/child.ts';
import { buildFolder } from '../../site/build-site.ts';
import { type Figure, figureLine, isMissed, median } from '../figures.ts';
import {
  pageKinds,
  type Peers,
  readMarkdownPages,
  serveSites,
} from './sites.ts';
import { property } from '../../../src/core/property.ts';

/** Lighthouse 13 needs Node 22. */
const lighthouse = 'lighthouse@12.8.2';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
/** Figures by their path in the JSON report. */
const figures: readonly (Figure & {
  readonly path: readonly string[];
  readonly factor?: number;
})[] = [
  ...categories.map((what) => ({
    what,
    unit: '',
    atLeast: 100,
    path: ['categories', what, 'score'],
    factor: 100,
  })),
  {
    what: 'blocked',
    unit: 'ms',
    atMost: 20,
    path: ['audits', 'total-blocking-time', 'numericValue'],
  },
  {
    what: 'largest paint',
    unit: 'ms',
    atMost: 1_200,
    path: ['audits', 'largest-contentful-paint', 'numericValue'],
  },
  {
    what: 'shift',
    unit: '',
    atMost: 0,
    path: ['audits', 'cumulative-layout-shift', 'numericValue'],
  },
];

/** The result of audits of a page: medians in the order of `figures`, and the ids of failed audits. */
interface Report {
  readonly values: readonly number[];
  readonly failed: readonly string[];
}

const themes = ['light', 'dark'] as const;
type Audit = (url: string, theme: (typeof themes)[number]) => Promise<Report>;

/**
 * Audits pages of this site in each language and both themes, and the same pages of other sites, on Lighthouse's mobile device
 * with its simulated network.
 *
 * @param runs audits of each page; medians are compared
 * @param peers `none` audits all pages of this site instead of one of each kind
 * @returns the number of missed goals
 * @throws if a site doesn't build, or Lighthouse can't be installed or run
 */
export async function benchLighthouse(
  runs: number,
  peers: Peers,
  print: (line: string) => void,
): Promise<number> {
  const browser = await ensureBrowser(print);
  const sites = await serveSites(peers, print);
  const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  try {
    print(`Installing ${lighthouse} …`);
    await runOrThrow('npm', [
      ...['install', '--prefix', folder, '--no-audit', '--no-fund'],
      ...['--loglevel=error', lighthouse],
    ]);
    const audit: Audit = (url, theme) =>
      auditPage(folder, browser, url, theme, runs);
    const pages =
      peers === 'none'
        ? [
            '',
            ...(await readMarkdownPages(buildFolder)).map(({ path }) => path),
          ]
        : pageKinds;
    let missed = 0;
    for (const page of pages) {
      const others: { name: string; report: Report }[] = [];
      for (const { name, origin } of sites.others) {
        others.push({
          name,
          report: await audit(`${origin}/${page}`, 'light'),
        });
      }
      for (const locale of siteConfig.locales) {
        const prefix = locale === siteConfig.defaultLocale ? '' : `${locale}/`;
        for (const theme of themes) {
          const { values, failed } = await audit(
            `${sites.own.origin}/${prefix}${page}`,
            theme,
          );
          const lines = figures.flatMap((figure, index) => {
            const value = values[index] ?? Number.NaN;
            const bad = isMissed(figure, value);
            if (bad) missed += 1;
            // For all pages, only list missed goals.
            if (peers === 'none' && !bad) return [];
            const peerFigures = others.map(({ name, report }) => ({
              name,
              value: report.values[index] ?? Number.NaN,
            }));
            return figureLine(figure, value, peerFigures);
          });
          print(
            `/${prefix}${page}, ${theme}${lines.length === 0 ? ': all met' : ''}`,
          );
          for (const line of lines) print(line);
          for (const id of failed) print(`       audit ${id}`);
        }
      }
    }
    return missed;
  } finally {
    sites.close();
    await rm(folder, { recursive: true });
  }
}

async function auditPage(
  folder: string,
  browser: string,
  url: string,
  theme: string,
  runs: number,
): Promise<Report> {
  const reports: Report[] = [];
  for (let count = 1; count <= runs; count += 1) {
    const text = await runOrThrow(
      process.execPath,
      [
        join(folder, 'node_modules/lighthouse/cli/index.js'),
        url,
        '--quiet',
        '--output=json',
        `--only-categories=${categories.join(',')}`,
        // https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/public/mojom/css/preferred_color_scheme.mojom
        `--chrome-flags=--headless --no-sandbox --disable-gpu --disable-background-networking --blink-settings=preferredColorScheme=${theme === 'dark' ? 0 : 1}`,
      ],
      { CHROME_PATH: browser },
    );
    reports.push(readReport(text));
  }
  return {
    values: figures.map((_, index) =>
      median(reports.map(({ values }) => values[index] ?? Number.NaN)),
    ),
    failed: [...new Set(reports.flatMap(({ failed }) => failed))],
  };
}

/** @throws if Lighthouse couldn't measure a figure, with its error */
function readReport(text: string): Report {
  const json: unknown = JSON.parse(text);
  return {
    values: figures.map(({ path, factor = 1 }) => {
      const value = property(json, ...path);
      if (typeof value === 'number') return value * factor;
      const reason = property(json, 'runtimeError', 'message');
      throw new Error(
        `Lighthouse has no ${path.join('.')}${typeof reason === 'string' ? `: ${reason}` : '.'}`,
      );
    }),
    failed: categories.flatMap((category) => failedAudits(json, category)),
  };
}

/** Audits without a weight are only informative. */
function failedAudits(json: unknown, category: string): string[] {
  const refs = property(json, 'categories', category, 'auditRefs');
  return (Array.isArray(refs) ? refs : []).flatMap((ref: unknown) => {
    const id = property(ref, 'id');
    if (typeof id !== 'string' || property(ref, 'weight') === 0) return [];
    const score = property(json, 'audits', id, 'score');
    return typeof score === 'number' && score < 0.9 ? [id] : [];
  });
}

async function runOrThrow(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { code, output } = await run(command, args, { env });
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
  return output;
}
