import { load } from 'cheerio';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { stopTransitions, useBrowser } from './support/browser.ts';
import { type SmallSite, useSmallSite } from './support/site-with-gaps.ts';
import { touch } from '../scripts/browser/touch.ts';

const header = `msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"
`;

const site: SmallSite = {
  pages: {
    'index.mdx': `---
title: Rooms
description: About rooms.
---

Everybody in a room sees a [message](./barely.mdx), also in \`rooms\`.

A room that has changed.

A room that nobody has translated.

A room with \`code\`.

A room by a machine.

## Doors and windows

- An open door
- A shut door

| Door | Key |
| --- | --- |
| front | brass |
| rear | steel |
`,
    'barely.mdx': `---
title: Barely
description: Barely said.
---

One.

## Two {/* #own */}

Three.
`,
    'translation-status.mdx': readFileSync(
      'docs/translation-status.mdx',
      'utf8',
    ),
  },
  catalogues: {
    'index.po': `${header}
msgctxt "title"
msgid "Rooms"
msgstr ""

msgid "About rooms."
msgstr "Über Räume."

msgid "Everybody in a room sees a [message](./barely.mdx), also in \`rooms\`."
msgstr "Alle in einem Raum sehen eine [Nachricht](./barely.mdx), auch in \`rooms\`."

#, fuzzy
#| msgid "A room that will change."
msgid "A room that has changed."
msgstr "Ein Raum, der sich ändern wird."

msgid "A room that nobody has translated."
msgstr ""

msgid "A room with \`code\`."
msgstr "Ein Raum ohne Code."

# by: machine
msgid "A room by a machine."
msgstr "Ein Raum von einer Maschine."

msgid "Doors and windows"
msgstr "Türen und Fenster"

# reviewed: Ada
msgid "An open door"
msgstr "Eine offene Tür"

msgid "A shut door"
msgstr ""

msgid "Door"
msgstr "Tür"

msgid "Key"
msgstr ""

msgid "front"
msgstr "vorn"

msgid "brass"
msgstr "Messing"

msgid "rear"
msgstr "hinten"

msgid "steel"
msgstr "Stahl"
`,
    'barely.po': `${header}
msgctxt "title"
msgid "Barely"
msgstr "Kaum"

msgid "Barely said."
msgstr ""

msgid "One."
msgstr ""

msgid "Two"
msgstr ""

msgid "Three."
msgstr ""
`,
    'translation-status.po': readFileSync(
      'i18n/de/docs/translation-status.po',
      'utf8',
    ),
  },
  env: {
    SITE_URL: 'https://site.example',
    SITE_BASE_URL: '',
    REPOSITORY_URL: 'https://code.example/site',
  },
};

const browser = useBrowser();
const address = useSmallSite(site);
const phone = { width: 390, height: 844 };

const changed = 'Englisch: seit der Übersetzung geändert';
const missing = 'Englisch: noch nicht übersetzt';

/** A page as it is sent. */
async function sent(path: string) {
  const response = await fetch(address(path));
  expect(response.status).toBe(200);
  return load(await response.text());
}

describe('a page with gaps, as it is sent', () => {
  let $: Awaited<ReturnType<typeof sent>>;
  beforeAll(async () => {
    $ = await sent('de/');
  });

  it.each([
    ['h1', 'Rooms', 'missing', missing],
    [
      'A room that has changed.',
      'A room that has changed.',
      'changed',
      changed,
    ],
    ['nobody', 'A room that nobody has translated.', 'missing', missing],
    // Its translation lost the code.
    ['A room with', 'A room with code.', 'missing', missing],
    ['A shut door', 'A shut door', 'missing', missing],
  ])('says why "%s" is in English', (where, text, state, words) => {
    const blocks = $('.markdown :is(h1, p, li)').filter(
      (_, block) => where === block.tagName || $(block).text().includes(where),
    );
    const english = blocks.first().find('[lang=en]');
    expect(english.text()).toBe(text);
    expect(english.attr('data-translation')).toBe(state);
    const note = english.next('small');
    expect(note.text()).toBe(words);
    expect(note.attr('lang')).toBe('de');
  });

  it('says it of a cell, which carries the language itself', () => {
    const cell = $('.markdown th[lang=en]');
    expect(cell.contents().first().text()).toBe('Key');
    expect(cell.children('small').text()).toBe(missing);
    expect(cell.attr('data-translation')).toBe('missing');
  });

  it('says which text only a machine has translated', () => {
    const draft = $('.markdown [data-translation=draft]');
    expect(draft.attr('lang')).toBeUndefined();
    expect(draft.contents().first().text()).toBe(
      'Ein Raum von einer Maschine.',
    );
    expect(draft.children('small').text()).toBe('Maschinell übersetzt');
  });

  it('says nothing where all is well', () => {
    const notes = $('.markdown small.translation-note');
    expect(notes.length).toBe(7);
    expect($('.markdown h2').text()).not.toContain('Englisch');
    expect($('.table-of-contents').text()).toBe('Türen und Fenster');
  });

  it('says how far it is, with ways to its original, its catalogue and all others', () => {
    const notice = $('footer.translation-notice');
    // 10 of 16: six are missing, stale or refused.
    expect(notice.find('.translation-notice__share').text()).toBe(
      '62\u00a0% dieser Seite sind übersetzt, der Rest ist auf Englisch.',
    );
    const links = notice.find('a').get();
    expect(links.map((link) => $(link).attr('href'))).toEqual([
      '/',
      'https://code.example/site/edit/main/i18n/de/docs/index.po',
      '/de/translation-status',
    ]);
    expect($('meta[name=robots]').length).toBe(0);
  });

  it('has the marks of its messages in common with the original', async () => {
    const english = await sent('');
    const marks = ({ $ }: { $: Awaited<ReturnType<typeof sent>> }) =>
      $('.markdown [data-message]')
        .map((_, block) => `${block.tagName} ${$(block).attr('data-message')}`)
        .get();
    expect(marks({ $ }).length).toBe(14);
    expect(marks({ $ })).toEqual(marks({ $: english }));
    expect(english('.translation-notice, .translation-note').length).toBe(0);
    expect(english('[data-translation]').length).toBe(0);
  });
});

describe('a page of which too little is translated', () => {
  it('is in English, and says so', async () => {
    const $ = await sent('de/barely');
    expect($('html').attr('lang')).toBe('de');
    const text = $('.theme-doc-markdown');
    expect(text.attr('lang')).toBe('en');
    expect(text.find('h1').text()).toBe('Barely');
    expect(text.find('p:not([lang])').first().text()).toBe('One.');
    expect($('.translation-note').length).toBe(0);
    expect($('[role=note]').text()).toContain(
      'Diese Seite ist auf Englisch: Bisher ist zu wenig von ihr übersetzt.',
    );
  });

  it('leaves search engines to the English page', async () => {
    const $ = await sent('de/barely');
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    const canonical = $('link[rel=canonical]');
    expect(canonical.length).toBe(1);
    expect(canonical.attr('href')).toBe('https://site.example/barely');
    const sitemap = await (await fetch(address('de/sitemap.xml'))).text();
    expect(sitemap).toContain('/de/translation-status');
    expect(sitemap).not.toContain('/de/barely');
    const english = await sent('barely');
    expect(english('meta[name=robots]').length).toBe(0);
  });
});

it('the status counts what the pages show', async () => {
  const $ = await sent('de/translation-status');
  const rows = $('table.translation-status')
    .first()
    .find('tbody tr')
    .map((_, row) =>
      $(row)
        .find('td')
        .map((_, cell) => $(cell).text().trim())
        .get()
        .join(' | '),
    )
    .get();
  expect(rows).toContain('Barely | 20\u00a0% 1 von 5 | 0 | 4 | 0 | 0 | 0');
  expect(rows).toContain('Rooms | 62\u00a0% 10 von 16 | 1 | 4 | 1 | 1 | 1');
  expect($('h2#de').text()).toContain('Deutsch');
  expect($('table.translation-status a').first().attr('href')).toBe(
    '/de/barely',
  );
});

describe('a reader', () => {
  it('sees the original of a paragraph by key', async () => {
    const page = await open('de/');
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const scripts = () => fetched.filter((url) => url.endsWith('.js'));
    const toggle = page.getByRole('button', { name: 'Originale zeigen' });
    await toggle.focus();
    expect(scripts()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Jeder Absatz hat jetzt').waitFor();
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    // Its script came with the first use, and the original has still not been asked for.
    expect(scripts()).toHaveLength(1);
    expect(fetched).not.toContain(address(''));

    const buttons = page.getByRole('button', { name: /^EN: / });
    // The heading and all that is in German: what is in English has none.
    expect(await buttons.count()).toBe(9);
    const first = page.locator('.markdown > p').first();
    await first.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const original = first.locator('.original');
    await original.waitFor();
    expect(await original.textContent()).toBe(
      'Everybody in a room sees a message, also in rooms.',
    );
    expect(await original.getAttribute('lang')).toBe('en');
    expect(await original.locator('a').getAttribute('href')).toBe('/barely');

    await page.locator('h2').getByRole('button').focus();
    await page.keyboard.press('Space');
    await page.locator('h2 .original').waitFor();
    expect(await page.locator('h2 .original').textContent()).toBe(
      'Doors and windows',
    );
    expect(fetched.filter((url) => url === address(''))).toHaveLength(1);
    await stopTransitions(page);
    expect(await violations(page)).toEqual([]);

    // The same key puts it away, and the switch all of it.
    await page.keyboard.press('Space');
    expect(await page.locator('h2 .original').count()).toBe(0);
    await toggle.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => buttons.count()).toBe(0);
    expect(await page.locator('.original').count()).toBe(0);
  });

  it('is told when the original cannot be loaded, and may try again', async () => {
    const page = await open('de/');
    await page.getByRole('button', { name: 'Originale zeigen' }).click();
    const first = page.locator('.markdown > p').first();
    await page.route(address(''), (route) => route.abort(), { times: 1 });
    await first.getByRole('button').click();
    const original = first.locator('.original');
    await original.waitFor();
    expect(await original.textContent()).toBe(
      'Die englische Seite konnte nicht geladen werden.',
    );
    await first.getByRole('button').click();
    await first.getByRole('button').click();
    await page.getByText('Everybody in a room').waitFor();
  });

  it('takes no button along to the next page', async () => {
    const page = await open('de/translation-status');
    await page.getByRole('button', { name: 'Originale zeigen' }).click();
    await page.locator('.original-button').first().waitFor();
    await page.locator('.pagination-nav__link').first().click();
    await page.waitForURL(address('de/barely'));
    await page.getByText('Three.').waitFor();
    expect(await page.locator('.original-button').count()).toBe(0);
  });

  it.each(['de/', 'de/barely', 'de/translation-status'])(
    'can use %s on a phone, in light and dark',
    async (path) => {
      const page = await open(path, phone);
      const [width, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(width).toBe(screen);
      // Wide enough for its table: nothing is out of the keyboard's reach.
      const cut = await page.$$eval(
        '.markdown table',
        (tables) =>
          tables.filter((table) => table.scrollWidth > table.clientWidth)
            .length,
      );
      expect(cut).toBe(0);
      await stopTransitions(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
        expect(await violations(page), colorScheme).toEqual([]);
      }
    },
  );

  it('sees nothing move while a page loads', async () => {
    const page = await open('de/');
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          // Entries come at once when they are buffered, also the one that is no shift.
          new PerformanceObserver((list) => {
            const shifts = list.getEntriesByType('layout-shift');
            resolve(
              shifts.reduce(
                (sum, entry) => sum + Number(Reflect.get(entry, 'value')),
                0,
              ),
            );
          }).observe({ entryTypes: ['layout-shift', 'mark'] });
          performance.mark('asked');
        }),
    );
    expect(shift).toBeLessThan(0.001);
  });

  it('has the states and a way to the original without scripts', async () => {
    const page = await browser.open({ javaScriptEnabled: false });
    await page.goto(address('de/'));
    expect(await page.getByText(changed).isVisible()).toBe(true);
    expect(await page.locator('.translation-notice__toggle').isVisible()).toBe(
      false,
    );
    await page.getByRole('link', { name: 'Englische Seite' }).click();
    await page.waitForURL(address(''));
  });
});

async function open(path: string, viewport = { width: 1440, height: 900 }) {
  const page = await browser.open({ viewport });
  await page.goto(address(path));
  await touch(page);
  return page;
}
