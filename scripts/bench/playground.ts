import { type Browser, chromium } from 'playwright-core';
import { ensureBrowser } from '../browser/ensure-browser.ts';
import { listExamples } from '../examples/catalogue.ts';
import { buildFolder, buildSiteIfChanged } from '../site/build-site.ts';
import { listen } from '../site/listen.ts';
import { siteServer } from '../site/server.ts';
import { siteSettings } from '../site/settings.ts';
import { median } from './median.ts';
import { type Loaded, loadedByPlayground } from './playground-bytes.ts';
import { openToFirstFrame, socketToFirstFrame } from './playground-times.ts';
import { startProductionServer } from './production-server.ts';

/** How much the benchmark does. */
export interface PlaygroundBench {
  /** How often each way to a first frame is gone; medians are compared. */
  readonly runs: number;
}

/** The guide's own chat: the page that shows it, and where it answers. */
const chat = {
  page: 'websockets',
  example: 'websocket-chat',
  url: '/api/ws/chat',
};

/** Milliseconds from the click to the first frame; bytes of gzip. */
const goals = { firstFrame: 200, open: 45_000, editor: 60_000 };

/**
 * Measures how long a reader waits for the first frame of a playground, beside the same handler on its real production
 * server in the same run, and what the playground loads.
 *
 * @param options how much to do
 * @param print where the lines go
 * @returns the number of goals that were missed
 * @throws when the site or the example does not build
 */
export async function benchPlayground(
  { runs }: PlaygroundBench,
  print: (line: string) => void,
): Promise<number> {
  const executablePath = await ensureBrowser(print);
  const settings = siteSettings(process.env);
  await buildSiteIfChanged(settings, print);
  const example = listExamples().find(({ name }) => name === chat.example);
  if (!example) throw new Error(`There is no example "${chat.example}".`);
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
    const loaded = await loadedByPlayground(browser, page);
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
    // One after the other within a run: what else the machine does meets all.
    const server = await socketToFirstFrame(browser, origin, chat.url);
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
  loaded: Loaded,
  print: (line: string) => void,
): number {
  const server = median(times.server);
  const lines = [
    ['first click to first frame', median(times.first), goals.firstFrame, 'ms'],
    ['loaded when it opens', loaded.open, goals.open, 'bytes of gzip'],
    ['loaded by the editor', loaded.editor, goals.editor, 'bytes of gzip'],
  ] as const;
  for (const [what, value, goal, unit] of lines) {
    print(
      `${value > goal ? 'missed' : 'met   '} ${what}: ${value.toFixed(0)} ${unit} (at most ${goal})`,
    );
  }
  for (const [what, values] of [
    ['first click', times.first],
    ['opened again', times.again],
  ] as const) {
    print(
      `${what}: ${(median(values) / server).toFixed(1)} times what a socket to the production server on this machine takes (${server.toFixed(1)} ms)`,
    );
  }
  return lines.filter(([, value, goal]) => value > goal).length;
}
