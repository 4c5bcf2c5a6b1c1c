import { statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './browser/browsers.ts';
import { main } from './run/main.ts';
import { buildFolder } from './site/build-site.ts';
import { listen } from './site/ports.ts';
import { siteServer } from './site/server.ts';
import { siteSettings } from '../src/site/config/settings.ts';

const screenshot = '.github/screenshot.png';
const maxBytes = 150_000;

// npx tsx scripts/screenshot.ts [folder]: takes the screenshot in the README from the built site.
await main(async () => {
  const folder = process.argv[2] ?? buildFolder;
  if (!statSync(join(folder, 'index.html'), { throwIfNoEntry: false })) {
    throw new Error(
      `${folder}/index.html: no built site in ${folder}. Run npm run build, or name another folder.`,
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
    // Prose above the frames that a run recorded.
    await page.locator('table.frames').first().scrollIntoViewIfNeeded();
    await page.evaluate(() => {
      const frames = document.querySelector('table.frames');
      const top = frames?.getBoundingClientRect().top ?? 0;
      window.scrollBy({ top: top - 420, behavior: 'instant' });
    });
    await page.screenshot({ path: screenshot });
  } finally {
    await browser.close();
    server.close();
  }
  const bytes = statSync(screenshot).size;
  if (bytes > maxBytes) {
    throw new Error(
      `${screenshot} has ${bytes} bytes; a README should load quickly, with at most ${maxBytes}. Show less of the page.`,
    );
  }
  console.log(`${screenshot}: ${Math.round(bytes / 1000)} kB.`);
  return 0;
});
