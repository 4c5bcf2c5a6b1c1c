import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../browser/browsers.ts';
import { type Figure, figureLine, isMissed, median } from '../figures.ts';
import { type PageView, viewPage } from './page-view.ts';
import { pageKinds, type Peers, serveSites } from './sites.ts';

/** Kilobytes are sizes with gzip. */
const figures: readonly (Figure & { readonly key: keyof PageView })[] = [
  { key: 'document', what: 'HTML', unit: 'kB' },
  { key: 'stylesheet', what: 'styles', unit: 'kB' },
  {
    key: 'script',
    what: 'scripts before an interaction',
    unit: 'kB',
    atMost: 59,
  },
  { key: 'blocked', what: 'blocked', unit: 'ms', atMost: 20 },
  { key: 'largestPaint', what: 'largest paint', unit: 'ms', atMost: 1_200 },
  { key: 'shift', what: 'shift', unit: '', atMost: 0 },
];

/**
 * Compares pages of this site with the same pages of other sites, in the same run.
 *
 * @param runs how often each page is opened; medians are compared
 * @returns the number of missed goals
 * @throws if a site doesn't build
 */
export async function benchPage(
  runs: number,
  peers: Peers,
  print: (line: string) => void,
): Promise<number> {
  const executablePath = await ensureBrowser(print);
  const { own, others, close } = await serveSites(peers, print);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    let missed = 0;
    for (const page of pageKinds) {
      const sites = [own, ...others].map((site) => ({
        ...site,
        views: [] as PageView[],
      }));
      for (let run = 1; run <= runs; run += 1) {
        // Sites alternate, so that other load on the machine affects all of them.
        for (const { origin, views } of sites) {
          views.push(await viewPage(browser, `${origin}/${page}`));
        }
      }
      print(`/${page}`);
      for (const figure of figures) {
        const [value = Number.NaN, ...theirs] = sites.map(
          ({ views }) =>
            median(views.map((view) => view[figure.key])) /
            (figure.unit === 'kB' ? 1000 : 1),
        );
        if (isMissed(figure, value)) missed += 1;
        const peerFigures = others.map(({ name }, index) => ({
          name,
          value: theirs[index] ?? Number.NaN,
        }));
        print(figureLine(figure, value, peerFigures));
      }
    }
    return missed;
  } finally {
    await browser.close();
    close();
  }
}
