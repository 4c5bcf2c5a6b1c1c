import { beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { stopTransitions, useBrowser } from './support/browser.ts';
import { baseUrl, useSmallSite } from './support/small-site/served.ts';
import { touch } from '../scripts/browser/page.ts';

const browser = useBrowser();
const { address, sent } = useSmallSite();
const phone = { width: 390, height: 844 };

const changed = 'Englisch: seit der Übersetzung geändert';
const missing = 'Englisch: noch nicht übersetzt';

describe('the HTML of a page with gaps', () => {
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
    // Its translation lost the code span.
    ['A room with', 'A room with code.', 'missing', missing],
    ['A shut door', 'A shut door', 'missing', missing],
  ])('shows why "%s" is in English', (where, text, state, words) => {
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

  it('shows it in a table cell, which has the language itself', () => {
    const cell = $('.markdown th[lang=en]');
    expect(cell.contents().first().text()).toBe('Key');
    expect(cell.children('small').text()).toBe(missing);
    expect(cell.attr('data-translation')).toBe('missing');
  });

  it('marks a machine translation without review', () => {
    const draft = $('.markdown [data-translation=draft]');
    expect(draft.attr('lang')).toBeUndefined();
    expect(draft.contents().first().text()).toBe(
      'Ein Raum von einer Maschine.',
    );
    expect(draft.children('small').text()).toBe('Maschinell übersetzt');
  });

  it('has no mark on a current translation', () => {
    const notes = $('.markdown small.translation-note');
    expect(notes.length).toBe(7);
    expect($('.markdown h2').text()).not.toContain('Englisch');
    expect($('.table-of-contents').text()).toBe('Türen und Fenster');
  });

  it('shows its progress, with links to its original, its catalogue and the status page', () => {
    const notice = $('footer.translation-notice');
    // 10 of 16: six are missing, outdated or refused.
    expect(notice.find('.translation-notice__share').text()).toBe(
      '62\u00a0% dieser Seite sind übersetzt, der Rest ist auf Englisch.',
    );
    const links = notice.find('a').get();
    expect(links.map((link) => $(link).attr('href'))).toEqual([
      baseUrl,
      'https://code.example/site/edit/main/i18n/de/docs/index.po',
      `${baseUrl}de/translation-status`,
    ]);
    expect($('meta[name=robots]').length).toBe(0);
  });

  it('shares the marks of its messages with the original', async () => {
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

describe('a page with too few translations', () => {
  it('is in English, with a notice', async () => {
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

  it('has the English page as its canonical URL', async () => {
    const $ = await sent('de/barely');
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    const canonical = $('link[rel=canonical]');
    expect(canonical.length).toBe(1);
    expect(canonical.attr('href')).toBe(`https://site.example${baseUrl}barely`);
    const sitemap = await (await fetch(address('de/sitemap.xml'))).text();
    expect(sitemap).toContain(`${baseUrl}de/translation-status`);
    expect(sitemap).not.toContain(`${baseUrl}de/barely`);
    const english = await sent('barely');
    expect(english('meta[name=robots]').length).toBe(0);
  });
});

it('the status page has the counts of the pages', async () => {
  const $ = await sent('de/translation-status');
  const rows = $('table.translation-status tbody tr')
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
  expect(
    $('table.translation-status a')
      .map((_, link) => $(link).attr('href'))
      .get(),
  ).toContain(`${baseUrl}de/barely`);
});

describe('a reader', () => {
  it('sees the original of a paragraph with the keyboard', async () => {
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
    // The script was loaded on first use, and the original is not requested again.
    expect(scripts()).toHaveLength(1);
    expect(fetched).not.toContain(address(''));

    const buttons = page.getByRole('button', { name: /^EN: / });
    // The heading and all German texts; English ones have no button.
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
    expect(await original.locator('a').getAttribute('href')).toBe(
      `${baseUrl}barely`,
    );

    await page.locator('h2').getByRole('button').focus();
    await page.keyboard.press('Space');
    await page.locator('h2 .original').waitFor();
    expect(await page.locator('h2 .original').textContent()).toBe(
      'Doors and windows',
    );
    expect(fetched.filter((url) => url === address(''))).toHaveLength(1);
    await stopTransitions(page);
    expect(await violations(page)).toEqual([]);

    // The same key hides it, and the toggle hides all.
    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('h2 .original').count()).toBe(0);
    await toggle.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => buttons.count()).toBe(0);
    expect(await page.locator('.original').count()).toBe(0);
  });

  it("gets a message if the original can't be loaded, and can retry", async () => {
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

  it('sees no buttons of the previous page after navigation', async () => {
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
      // Wide enough for its table, so that nothing needs scrolling.
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

  it('sees no layout shift while a page loads', async () => {
    const page = await open('de/');
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          // Buffered entries are delivered immediately.
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

  it('sees the states and a link to the original without scripts', async () => {
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
  const page = await browser.borrow({ viewport });
  await page.goto(address(path));
  await touch(page);
  return page;
}
