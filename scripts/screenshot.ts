import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser/ensure-browser.ts';
import { main } from './run/main.ts';
import { buildFolder } from './site/build-site.ts';
import { listen } from './site/listen.ts';
import { siteServer } from './site/server.ts';
import { siteSettings } from './site/settings.ts';

const picture = '.github/screenshot.png';
const most = 150_000;

// npx tsx scripts/screenshot.ts [folder]: takes the picture of the README again, from the built site.
await main(async () => {
  const folder = process.argv[2] ?? buildFolder;
  if (!statSync(join(folder, 'index.html'), { throwIfNoEntry: false })) {
    throw new Error(
      `${folder}/index.html: there is no built site in ${folder}. Run npm run build, or name a folder that has one.`,
    );
  }
  const { baseUrl } = siteSettings(process.env);
  const server = siteServer({ folder, baseUrl });
  const port = await listen(server, 0, 'npx tsx scripts/screenshot.ts');
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(console.log),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({
      colorScheme: 'light',
      locale: 'en',
      viewport: { width: 1200, height: 720 },
    });
    await page.goto(`http://localhost:${port}${baseUrl}websockets`);
    // What it says, and below it what a run recorded: what this guide is, in one view.
    await page.locator('table.frames').first().scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      const frames = document.querySelector('table.frames');
      const top = frames?.getBoundingClientRect().top ?? 0;
      window.scrollBy({ top: top - 420, behavior: 'instant' });
    });
    await page.screenshot({ path: picture });
  } finally {
    await browser.close();
    server.close();
  }
  const bytes = statSync(picture).size;
  if (bytes > most) {
    throw new Error(
      `${picture} has ${bytes} bytes; a README should load at once, with ${most} at most. Show less of the page.`,
    );
  }
  console.log(`${picture}: ${Math.round(bytes / 1000)} kB.`);
  return 0;
});
