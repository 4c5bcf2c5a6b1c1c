import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from '../browser/browsers.ts';
import { listExamples } from '../../src/site/examples/catalogue.ts';
import { buildFolder, buildSiteIfChanged } from '../site/build-site.ts';
import { listen } from '../site/ports.ts';
import { siteServer } from '../site/server.ts';
import { siteSettings } from '../../src/site/config/settings.ts';
import { figureLine, isMissed, median } from './figures.ts';
import {
  type LoadedBytes,
  measureLoaded,
  openToFirstFrame,
  socketToFirstFrame,
} from './playground-page.ts';
import { startProductionServer } from './production-server.ts';

/** The chat of the guide: its page, its example and its URL. */
const chat = {
  page: 'websockets',
  example: 'websocket-chat',
  path: '/api/ws/chat',
};

const firstFrame = {
  what: 'first click to first frame',
  unit: 'ms',
  atMost: 200,
};
const openBytes = {
  what: 'loaded by opening',
  unit: 'bytes with gzip',
  atMost: 45_000,
};
const editorBytes = {
  what: 'loaded by the editor',
  unit: 'bytes with gzip',
  atMost: 60_000,
};

/**
 * Measures the time to the first frame of a playground, compared with the same handler on its production server, and what the
 * playground loads.
 *
 * @param runs how often each is measured; medians are compared
 * @returns the number of missed goals
 * @throws if the site or the example doesn't build
 */
export async function benchPlayground(
  runs: number,
  print: (line: string) => void,
): Promise<number> {
  const executablePath = await ensureBrowser(print);
  const settings = siteSettings(process.env);
  await buildSiteIfChanged(settings, print);
  const example = listExamples().find(({ name }) => name === chat.example);
  if (!example) throw new Error(`No example "${chat.example}".`);
  print(`Building ${chat.example} …`);
  const production = await startProductionServer(example);
  const { baseUrl } = settings;
  const site = siteServer({ folder: buildFolder, baseUrl });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const port = await listen(site, 0, 'npm run bench');
    const page = `http://localhost:${port}${baseUrl}${chat.page}`;
    const times = await measure(browser, page, production.origin, runs, print);
    const loaded = await measureLoaded(browser, page);
    return report(times, loaded, print);
  } finally {
    await browser.close();
    await production.stop();
    site.closeAllConnections();
    site.close();
  }
}

interface Times {
  readonly first: number[];
  readonly again: number[];
  readonly server: number[];
}

async function measure(
  browser: Browser,
  page: string,
  origin: string,
  runs: number,
  print: (line: string) => void,
): Promise<Times> {
  const times: Times = { first: [], again: [], server: [] };
  for (let run = 1; run <= runs; run += 1) {
    // Measurements alternate, so that other load on the machine affects all of them.
    const server = await socketToFirstFrame(browser, origin, chat.path);
    const { first, again } = await openToFirstFrame(browser, page);
    times.server.push(server);
    times.first.push(first);
    times.again.push(again);
    print(
      `run ${run}: first click ${first.toFixed(0)} ms, opened again ${again.toFixed(0)} ms, production server ${server.toFixed(1)} ms`,
    );
  }
  return times;
}

function report(
  times: Times,
  { open, editor }: LoadedBytes,
  print: (line: string) => void,
): number {
  const server = {
    name: 'a socket to the production server',
    value: median(times.server),
  };
  const first = median(times.first);
  print(figureLine(firstFrame, first, [server]));
  const again = { what: 'opened again', unit: 'ms' };
  print(figureLine(again, median(times.again), [server]));
  print(figureLine(openBytes, open));
  print(figureLine(editorBytes, editor));
  return [
    isMissed(firstFrame, first),
    isMissed(openBytes, open),
    isMissed(editorBytes, editor),
  ].filter(Boolean).length;
}
