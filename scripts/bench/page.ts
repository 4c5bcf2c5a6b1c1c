import { mkdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import sirv from 'sirv';
import { ensureBrowser } from '../browser/ensure-browser.ts';
import { buildFolder, buildSiteIfChanged } from '../site/build-site.ts';
import { listen } from '../site/listen.ts';
import { siteSettings } from '../site/settings.ts';
import { measuredBuild } from './measured-build.ts';
import { median } from './median.ts';
import { type PageBytes, type PageTimes, viewPage } from './page-view.ts';
import { pagesWithTwins, writePlainSite } from './plain-site.ts';

/** How much the benchmark does. */
export interface PageBench {
  /** How often each page is opened; medians are compared. */
  readonly runs: number;
}

/** A page of each kind. */
const kinds = ['introduction', 'websockets', 'examples/websocket-chat'];

/** At most: kilobytes of gzip before any touch, milliseconds, and a share of the screen. */
const goals = { script: 59, blocked: 20, largestPaint: 1_200, shift: 0 };

type View = PageBytes & PageTimes;

/**
 * Compares pages of this site with the same pages of plain Docusaurus, in the same run.
 *
 * @param options how much to do
 * @param print where the lines go
 * @returns the number of goals that were missed
 * @throws when a site does not build
 */
export async function benchPage(
  { runs }: PageBench,
  print: (line: string) => void,
): Promise<number> {
  const executablePath = await ensureBrowser(print);
  const settings = siteSettings({});
  await buildSiteIfChanged(settings, print);
  // In the repository, so that its packages are found.
  const folder = join(process.cwd(), '.bench', 'plain');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pages = await pagesWithTwins(buildFolder);
  print(`Building ${pages.length} pages with plain Docusaurus …`);
  await writePlainSite(folder, buildFolder, pages);
  await measuredBuild(folder);

  const sites = {
    own: serve(buildFolder),
    plain: serve(join(folder, 'build')),
  };
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const own = await listen(sites.own, 0, 'npm run bench');
    const plain = await listen(sites.plain, 0, 'npm run bench');
    let missed = 0;
    for (const page of kinds) {
      const views = await viewBoth(browser, page, { own, plain }, runs);
      missed += report(page, views, print);
    }
    return missed;
  } finally {
    await browser.close();
    for (const site of Object.values(sites)) site.close();
  }
}

function serve(folder: string): Server {
  return createServer(sirv(folder, { extensions: ['html'] }));
}

async function viewBoth(
  browser: Browser,
  page: string,
  ports: { readonly own: number; readonly plain: number },
  runs: number,
): Promise<{ own: View; plain: View }> {
  const views = { own: [] as View[], plain: [] as View[] };
  for (let run = 1; run <= runs; run += 1) {
    // One after the other within a run: what else the machine does meets both.
    for (const site of ['plain', 'own'] as const) {
      const address = `http://localhost:${ports[site]}/${page}`;
      views[site].push(await viewPage(browser, address));
    }
  }
  return { own: middle(views.own), plain: middle(views.plain) };
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

function report(
  page: string,
  { own, plain }: { readonly own: View; readonly plain: View },
  print: (line: string) => void,
): number {
  const kilobytes = (bytes: number) => bytes / 1000;
  const lines = [
    ['HTML', kilobytes(own.document), kilobytes(plain.document), 'kB'],
    ['styles', kilobytes(own.stylesheet), kilobytes(plain.stylesheet), 'kB'],
    [
      'scripts before a touch',
      kilobytes(own.script),
      kilobytes(plain.script),
      'kB',
      goals.script,
    ],
    ['blocked', own.blocked, plain.blocked, 'ms', goals.blocked],
    [
      'largest paint',
      own.largestPaint,
      plain.largestPaint,
      'ms',
      goals.largestPaint,
    ],
    ['shift', own.shift, plain.shift, '', goals.shift],
  ] as const;
  print(`/${page}, beside plain Docusaurus`);
  let missed = 0;
  for (const [what, value, baseline, unit, goal] of lines) {
    const isMissed = goal !== undefined && value > goal;
    if (isMissed) missed += 1;
    const mark = goal === undefined ? '      ' : isMissed ? 'missed' : 'met   ';
    const ratio = baseline > 0 ? (value / baseline).toFixed(2) : '–';
    const bound = goal === undefined ? '' : ` (at most ${goal})`;
    print(
      `${mark} ${what}: ${round(value)} ${unit} to ${round(baseline)}, ratio ${ratio}${bound}`,
    );
  }
  return missed;
}

function round(value: number): string {
  return value === 0 ? '0' : value.toPrecision(value < 1000 ? 3 : 4);
}
