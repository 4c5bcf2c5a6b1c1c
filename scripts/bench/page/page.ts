import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from '../../browser/ensure-browser.ts';
import { median } from '../median.ts';
import { type PageBytes, type PageTimes, viewPage } from './page-view.ts';
import { type Figure, figureLine, isMissed } from './figures.ts';
import { type ServedSite, serveSites } from './sites.ts';

/** How much the benchmark does. */
export interface PageBench {
  /** How often each page is opened; medians are compared. */
  readonly runs: number;
  /** Whether VitePress and Starlight are compared as well. */
  readonly peers: boolean;
}

/** A page of each kind. */
export const pageKinds = [
  'introduction',
  'websockets',
  'examples/websocket-chat',
] as const;

type View = PageBytes & PageTimes;

/** Kilobytes are of gzip. */
const figures: readonly (Figure & { readonly of: keyof View })[] = [
  { of: 'document', what: 'HTML', unit: 'kB' },
  { of: 'stylesheet', what: 'styles', unit: 'kB' },
  { of: 'script', what: 'scripts before a touch', unit: 'kB', most: 59 },
  { of: 'blocked', what: 'blocked', unit: 'ms', most: 20 },
  { of: 'largestPaint', what: 'largest paint', unit: 'ms', most: 1_200 },
  { of: 'shift', what: 'shift', unit: '', most: 0 },
];

/**
 * Compares pages of this site with the same pages of others, in the same run.
 *
 * @param options how much to do
 * @param print where the lines go
 * @returns the number of goals that were missed
 * @throws when a site does not build
 */
export async function benchPage(
  { runs, peers }: PageBench,
  print: (line: string) => void,
): Promise<number> {
  const executablePath = await ensureBrowser(print);
  const { own, others, close } = await serveSites(
    peers ? 'plain and peers' : 'plain',
    print,
  );
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    let missed = 0;
    for (const page of pageKinds) {
      const sites = [own, ...others];
      const [mine, ...theirs] = await viewAll(browser, page, sites, runs);
      if (mine === undefined) continue;
      print(`/${page}`);
      for (const { of, ...figure } of figures) {
        const value = inUnit(figure, mine[of]);
        const beside = others.map(({ name }, at) => ({
          name,
          value: inUnit(figure, theirs[at]?.[of] ?? Number.NaN),
        }));
        if (isMissed(figure, value)) missed += 1;
        print(figureLine(figure, value, beside));
      }
    }
    return missed;
  } finally {
    await browser.close();
    close();
  }
}

function inUnit({ unit }: Figure, value: number): number {
  return unit === 'kB' ? value / 1000 : value;
}

async function viewAll(
  browser: Browser,
  page: string,
  sites: readonly ServedSite[],
  runs: number,
): Promise<View[]> {
  const views = sites.map((): View[] => []);
  for (let run = 1; run <= runs; run += 1) {
    // One after the other within a run: what else the machine does meets all.
    for (const [at, { origin }] of sites.entries()) {
      views[at]?.push(await viewPage(browser, `${origin}/${page}`));
    }
  }
  return views.map(middle);
}

function middle(views: readonly View[]): View {
  const of = (key: keyof View) => median(views.map((view) => view[key]));
  return {
    document: of('document'),
    stylesheet: of('stylesheet'),
    script: of('script'),
    largestPaint: of('largestPaint'),
    blocked: of('blocked'),
    shift: of('shift'),
  };
}
