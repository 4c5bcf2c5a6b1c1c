import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';

const browser = useBrowser();

it('text and code of a page are printed completely, on white', async () => {
  const page = await browser.borrow({
    colorScheme: 'dark',
    // Width of A4.
    viewport: { width: 794, height: 1123 },
  });
  await page.goto(address('websockets'));
  const chrome =
    '.navbar, .footer, .theme-doc-sidebar-container, .pagination-nav, .playground-closed, article button';
  expect(
    await page.locator(chrome).locator('visible=true').count(),
  ).toBeGreaterThan(2);

  await page.emulateMedia({ media: 'print' });
  expect(await page.locator(chrome).locator('visible=true').count()).toBe(0);
  const seen = await page.evaluate(() => {
    const color = (selector: string) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`There is no ${selector} on this page.`);
      return getComputedStyle(element).backgroundColor;
    };
    const cut = [...document.querySelectorAll('article pre, article table')]
      .filter((box) => box.checkVisibility())
      .filter(
        (box) =>
          box.scrollWidth > box.clientWidth + 1 ||
          box.getBoundingClientRect().right > innerWidth + 1,
      )
      .map((box) => box.textContent.slice(0, 60));
    const away = document.querySelector('.markdown a[href^="http"]');
    return {
      page: color('html'),
      code: color('.theme-code-block pre'),
      note: color('.alert'),
      cut,
      address: away && getComputedStyle(away, '::after').content,
    };
  });
  const white = 'rgb(255, 255, 255)';
  expect(seen).toMatchObject({
    page: white,
    code: white,
    note: white,
    cut: [],
  });
  expect(seen.address).toContain('://');
});

it('the content is one article with its title, for reader modes', async () => {
  const page = await browser.open();
  await page.goto(address('de/websockets'));
  const articles = page.locator('article');
  expect(await articles.count()).toBe(1);
  expect(await articles.locator('h1').count()).toBe(1);
  // The article contains all text and code, without navigation.
  expect(await page.locator('main pre:not(article pre)').count()).toBe(0);
  expect(
    await articles
      .locator('nav.navbar, aside.theme-doc-sidebar-container')
      .count(),
  ).toBe(0);
});

it.each(['', 'de/', 'zh/'])(
  'the cheat sheet %sprints on two A4 pages at most',
  async (locale) => {
    const page = await browser.open();
    await page.goto(address(`${locale}reference/cheat-sheet`));
    const margin = '12mm';
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: margin, right: margin, bottom: margin, left: margin },
    });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThanOrEqual(2);
  },
);
