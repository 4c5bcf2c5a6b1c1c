import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { builtFiles } from './support/built-page.ts';
import { runCommand, type RunningCommand } from './support/command.ts';
import { writeSmallSite } from './support/small-site/files.ts';
import { freePort } from '../scripts/site/ports.ts';

// The setup of a translator: `npm run dev -- --locale de` and an editor.

const browser = useBrowser();
const catalogue = 'i18n/de/docs/index.po';
const strings = 'i18n/de/interface.po';
const title = ['Rooms', 'Räume'];
const description = ['What they have.', 'Was sie haben.'];
const paragraphs = [
  ['A room has a door.', 'Ein Raum hat eine Tür.'],
  ['It has two windows.', 'Er hat zwei Fenster.'],
  ['It has a floor.', 'Er hat einen Boden.'],
  ['It has four walls.', 'Er hat vier Wände.'],
  ['It has a lamp.', 'Er hat eine Lampe.'],
  ['It has a table.', 'Er hat einen Tisch.'],
];
const page = `---
title: ${title[0]}
description: ${description[0]}
---

${paragraphs.map(([english]) => english).join('\n\n')}
`;
const german = `msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "title"
${[title, description, ...paragraphs].map(([from, to]) => `msgid "${from}"\nmsgstr "${to}"\n`).join('\n')}`;
let folder: string;
let server: RunningCommand;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'translated-site-'));
  await writeSmallSite(folder, {
    pages: {
      'index.mdx': page,
      // Each page in another language links this one.
      'translation-status.mdx': readFileSync(
        'docs/translation-status.mdx',
        'utf8',
      ),
    },
    catalogues: { 'index.po': german },
  });
  // Records the files that it is asked to open.
  const editor = join(folder, 'editor.sh');
  await writeFile(editor, '#!/bin/sh\necho "$@" >"$(dirname "$0")/opened"\n');
  await chmod(editor, 0o755);
  const port = await freePort();
  origin = `http://localhost:${port}/de/`;
  server = runCommand(
    `cd '${folder}' && npm run dev -- --locale de --no-open --port ${port}`,
    {
      LAUNCH_EDITOR: editor,
      // The cache would only be used by this copy.
      DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
    },
  );
  // Nothing is cached in the copy, so this takes long on a busy machine.
  await server.prints(/compiled/, 150);
}, 180_000);

afterAll(async () => {
  await server.interrupt();
  await rm(folder, { recursive: true });
});

it('shows a saved translation without a reload', async () => {
  const { page, reloaded } = await openPage();
  const saved = performance.now();
  await change(catalogue, 'Tür', 'Tür. Neu gesagt');
  await page.getByText('Neu gesagt.').waitFor();
  report('a paragraph', saved);
  expect(reloaded()).toBe(false);
});

it('shows a saved title and a saved interface text, too', async () => {
  const { page, reloaded } = await openPage();
  let saved = performance.now();
  await change(catalogue, 'Räume', 'Anfang');
  await page.locator('h1', { hasText: 'Anfang' }).waitFor();
  await page
    .locator('.theme-doc-sidebar-menu', { hasText: 'Anfang' })
    .waitFor();
  report('a title', saved);

  saved = performance.now();
  await change(strings, 'msgstr "Leitfaden"', 'msgstr "Buch"');
  await page.locator('.navbar', { hasText: 'Buch' }).waitFor();
  report('a string of the interface', saved);
  expect(reloaded()).toBe(false);
});

it('each text has a button with its state that opens its entry', async () => {
  const { page } = await openPage();
  const paragraph = page.locator('article p', { hasText: 'vier Wände' });
  const source = await read(catalogue);
  const line = source
    .slice(0, source.indexOf('Er hat vier'))
    .split('\n').length;
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
  await expect.poll(() => label()).toContain(place);
  await page.mouse.move(0, 0);
  // With the keyboard, too.
  await page.keyboard.press('Tab');
  await button.focus();
  await expect.poll(() => label()).toContain(place);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => readFile(join(folder, 'opened'), 'utf8').catch(() => ''))
    .toContain(catalogue);
  await page.locator('[data-done*=copied]').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(place);
});

it('shows a refused translation in an overlay, and the page still renders', async () => {
  const { page } = await openPage();
  await change(catalogue, 'einen Boden', 'den `Zusatz`');
  const overlay = page.frameLocator('#webpack-dev-server-client-overlay');
  const shown = overlay.getByText(/i18n\/de\/docs\/index\.po:\d+: .*`Zusatz`/);
  await shown.waitFor();

  // A save can compile twice, which shows the overlay again.
  await expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      return page.locator('#webpack-dev-server-client-overlay').count();
    })
    .toBe(0);
  // Only that text is in English.
  const refused = page.locator('article p:has(> [data-entry-state=refused])');
  await refused.locator('[lang=en]').waitFor();
  expect(
    await page.locator('[data-entry-state=current]').count(),
  ).toBeGreaterThan(3);

  // Later visitors see it, too, until it is fixed.
  const later = await openPage();
  await later.page
    .frameLocator('#webpack-dev-server-client-overlay')
    .getByText(/`Zusatz`/)
    .first()
    .waitFor();
  await change(catalogue, 'den `Zusatz`', 'einen Boden');
  await later.page.locator('#webpack-dev-server-client-overlay').waitFor({
    state: 'detached',
  });
});

it.each([catalogue, strings])(
  'shows a syntax error in %s in an overlay with its line',
  async (file) => {
    const { page } = await openPage();
    const path = join(folder, file);
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

it("isn't part of the built site", () => {
  const files = builtFiles(/\.(?:html|js|css)$/);
  expect(files.length).toBeGreaterThan(50);
  const marked = files.filter(({ text }) =>
    /data-entry|dataEntry|open-editor/.test(text),
  );
  expect(marked.map(({ file }) => file)).toEqual([]);
});

async function openPage() {
  const page = await browser.borrow({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(origin);
  await page.locator('html[data-has-hydrated=true]').waitFor();
  await page.locator('article p').first().waitFor();
  let loads = 0;
  page.on('load', () => loads++);
  return { page, reloaded: () => loads > 0 };
}

/** Saves a catalogue with a changed text. */
async function change(file: string, from: string, to: string): Promise<void> {
  const source = await read(file);
  if (!source.includes(from)) throw new Error(`${file}: no text ${from}.`);
  await writeFile(join(folder, file), source.replace(from, to));
}

function read(file: string): Promise<string> {
  return readFile(join(folder, file), 'utf8');
}

/** The time depends on the machine, so it is only printed. */
function report(what: string, since: number): void {
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${what} showed ${seconds} s after it was saved`);
}
