import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { builtFiles } from './support/built-page.ts';
import { runCommand, type RunningCommand } from './support/command.ts';
import { copySite } from './support/site-copy.ts';
import { freePort } from '../scripts/site/free-port.ts';

// What a translator has: `npm run dev -- --locale de`, and an editor that saves.

const browser = useBrowser();
const catalogue = 'i18n/de/docs/quick-start.po';
const strings = 'i18n/de/interface.po';
let site: Awaited<ReturnType<typeof copySite>>;
let server: RunningCommand;
let origin: string;

beforeAll(async () => {
  site = await copySite();
  // Writes down what it is asked to open.
  const editor = join(site.folder, 'editor.sh');
  await writeFile(editor, '#!/bin/sh\necho "$@" >"$(dirname "$0")/opened"\n');
  await chmod(editor, 0o755);
  const port = await freePort();
  origin = `http://localhost:${port}/de/`;
  server = runCommand(
    `cd '${site.folder}' && npm run dev -- --locale de --no-open --port ${port}`,
    {
      LAUNCH_EDITOR: editor,
      // A cache on disk would be one for this copy alone.
      DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
    },
  );
  // Nothing is cached in the copy, so a busy machine has much to do.
  await server.prints(/compiled/, 150);
}, 180_000);

afterAll(async () => {
  await server.interrupt();
  await site.remove();
});

it('a saved translation shows without a reload', async () => {
  const { page, reloaded } = await openPage();
  const { text } = await plainParagraph();
  const saved = performance.now();
  await change(catalogue, text, `${text} Neu gesagt.`);
  await page.getByText('Neu gesagt.').waitFor();
  report('a paragraph', saved);
  expect(reloaded()).toBe(false);
});

it('a saved title and a saved string of the interface show too', async () => {
  const { page, reloaded } = await openPage();
  let saved = performance.now();
  await change(catalogue, await translationOf(catalogue, 'title'), 'Anfang');
  await page.locator('h1', { hasText: 'Anfang' }).waitFor();
  await page
    .locator('.theme-doc-sidebar-menu', { hasText: 'Anfang' })
    .waitFor();
  report('a title', saved);

  saved = performance.now();
  await change(strings, await translationOf(strings, 'navbar.guide'), 'Buch');
  await page.locator('.navbar', { hasText: 'Buch' }).waitFor();
  report('a string of the interface', saved);
  expect(reloaded()).toBe(false);
});

it('each text names its state and its entry, and opens it', async () => {
  const { page } = await openPage();
  const { text, line } = await plainParagraph();
  const paragraph = page.locator('article p', { hasText: text });
  const button = paragraph.locator('[data-entry]');
  const place = `${catalogue}:${line}`;
  expect(await button.getAttribute('data-entry')).toBe(place);
  expect(await button.getAttribute('data-entry-state')).toBe('current');

  const label = () =>
    button.evaluate((own) => {
      const { content, visibility } = getComputedStyle(own, '::after');
      return visibility === 'visible' ? content : '';
    });
  expect(await label()).toBe('');
  await paragraph.hover();
  expect(await label()).toContain(place);
  await page.mouse.move(0, 0);
  // By key as well.
  await page.keyboard.press('Tab');
  await button.focus();
  expect(await label()).toContain(place);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => readFile(join(site.folder, 'opened'), 'utf8').catch(() => ''))
    .toContain(catalogue);
  await page.locator('[data-done*=copied]').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(place);
});

it('a refused translation is in an overlay, and the page stands', async () => {
  const { page } = await openPage();
  const { text } = await plainParagraph();
  await change(catalogue, text, 'Mit `Zusatz` darin.');
  const overlay = page.frameLocator('#webpack-dev-server-client-overlay');
  const shown = overlay.getByText(
    /i18n\/de\/docs\/quick-start\.po:\d+: .*`Zusatz`/,
  );
  await shown.waitFor();

  await page.keyboard.press('Escape');
  await page.locator('#webpack-dev-server-client-overlay').waitFor({
    state: 'detached',
  });
  // English for that text alone.
  const refused = page.locator('article p:has(> [data-entry-state=refused])');
  await refused.locator('[lang=en]').waitFor();
  expect(
    await page.locator('[data-entry-state=current]').count(),
  ).toBeGreaterThan(5);

  // A reader who comes later sees it as well, until it is corrected.
  const later = await openPage();
  await later.page
    .frameLocator('#webpack-dev-server-client-overlay')
    .getByText(/`Zusatz`/)
    .first()
    .waitFor();
  await change(catalogue, 'Mit `Zusatz` darin.', text);
  await later.page.locator('#webpack-dev-server-client-overlay').waitFor({
    state: 'detached',
  });
});

it.each([catalogue, strings])(
  'broken syntax in %s is in an overlay with its line',
  async (file) => {
    const { page } = await openPage();
    const path = join(site.folder, file);
    const source = await readFile(path, 'utf8');
    await writeFile(path, `${source}\nmsgid "Offen\nmsgstr ""\n`);
    const line = source.split('\n').length + 1;
    await page
      .frameLocator('#webpack-dev-server-client-overlay')
      .getByText(`${file}:${line}: msgid is not followed by a text`)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('h1').isVisible()).toBe(true);
    await writeFile(path, source);
  },
);

it('nothing of it is in the built site', () => {
  const files = builtFiles(/\.(?:html|js|css)$/);
  expect(files.length).toBeGreaterThan(50);
  const marked = files.filter(({ text }) =>
    /data-entry|dataEntry|open-editor/.test(text),
  );
  expect(marked.map(({ file }) => file)).toEqual([]);
});

async function openPage() {
  const page = await browser.open({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page.setDefaultTimeout(90_000);
  await page.goto(`${origin}quick-start`);
  await page.locator('html[data-has-hydrated=true]').waitFor();
  await page.locator('article p').first().waitFor();
  let loads = 0;
  page.on('load', () => loads++);
  return { page, reloaded: () => loads > 0 };
}

/** A paragraph of the page that is words alone, and the line of its translation. */
async function plainParagraph(): Promise<{ text: string; line: number }> {
  const lines = (await read(catalogue)).split('\n');
  for (const [index, line] of lines.entries()) {
    const [, text] = /^msgstr "([^\\"`<[*]+)"$/.exec(line) ?? [];
    const about = lines
      .slice(0, index)
      .findLast((one) => one.startsWith('#. '));
    if (text && about?.startsWith('#. paragraph')) {
      return { text, line: index + 1 };
    }
  }
  throw new Error(`${catalogue}: no paragraph without code, links and tags.`);
}

/** What is written for a message with a context. */
async function translationOf(file: string, context: string): Promise<string> {
  const found = new RegExp(
    `msgctxt "${context}"\nmsgid .*\nmsgstr (".+")`,
  ).exec(await read(file));
  if (!found?.[1]) throw new Error(`${file}: no message "${context}".`);
  return found[1];
}

/** Saves a catalogue with something in it said in another way. */
async function change(file: string, from: string, to: string): Promise<void> {
  const source = await read(file);
  if (!source.includes(from)) throw new Error(`${file}: no text ${from}.`);
  const quoted = from.startsWith('"') ? JSON.stringify(to) : to;
  await writeFile(
    join(site.folder, file),
    source.replace(from, () => quoted),
  );
}

function read(file: string): Promise<string> {
  return readFile(join(site.folder, file), 'utf8');
}

/** How long it took depends on the machine, so it is told and not tested. */
function report(what: string, since: number): void {
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${what} showed ${seconds} s after it was saved`);
}
