import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { buildFolder } from '../scripts/site/build-site.ts';
import { useBrowser } from './support/browser.ts';
import { builtPage } from './support/built-page.ts';
import { address, locales, pagesOf, published } from './support/site.ts';
import { visit as open } from './support/visit.ts';

const browser = useBrowser();
const parser = unified().use(remarkParse).use(remarkGfm);

/** Returns the path of a page's Markdown alternate, from the root of the site. */
function alternateOf(path: string): string {
  return /(?:^|\/)$/.test(path) ? `${path}index.md` : `${path}.md`;
}

function read(file: string): string {
  return readFileSync(join(buildFolder, file), 'utf8');
}

function nodesOf<Type extends Nodes['type']>(tree: Root, type: Type) {
  const found: Extract<Nodes, { type: Type }>[] = [];
  visit(tree, type, (node) => {
    found.push(node as Extract<Nodes, { type: Type }>);
  });
  return found;
}

/** Returns the code blocks of a page, including those in hidden tabs. */
function snippetsOf(path: string): string[] {
  const $ = builtPage(path);
  return $('main pre')
    .map((_, block) => {
      const copy = $(block).clone();
      copy.find('br').replaceWith('\n');
      return copy.text().trimEnd();
    })
    .get();
}

describe.each(locales)('in $name', (locale) => {
  const pages = pagesOf(locale);
  const alternates = new Map(
    pages.map((path) => {
      const text = read(alternateOf(path));
      return [path, { text, tree: parser.parse(text) }] as const;
    }),
  );

  it.each(pages)('the alternate of /%s has the content of its page', (path) => {
    const { text, tree } = alternates.get(path) ?? {
      text: '',
      tree: undefined,
    };
    if (!tree) throw new Error(`No alternate of ${path}.`);
    const $ = builtPage(path);
    // Each snippet, as often as on the page.
    const code = nodesOf(tree, 'code').map(({ value }) => value.trimEnd());
    expect(code.sort()).toEqual(snippetsOf(path).sort());
    // Each recorded value; HTML tables become Markdown tables.
    const values = nodesOf(tree, 'inlineCode').map(({ value }) => value);
    const recorded = $('.frames samp, .layouts code')
      .map((_, sample) =>
        $(sample)
          .text()
          .replaceAll(/\s*\n\s*/g, ' '),
      )
      .get();
    for (const value of recorded) expect(values).toContain(value);
    const facts = $('.theme-doc-markdown p code')
      .map((_, span) => $(span).text())
      .get();
    for (const fact of facts) expect(text).toContain(fact);
    // Headings with their ids.
    const [title, ...headings] = nodesOf(tree, 'heading');
    expect(title && toString(title)).toBe(
      $('h1').clone().find('small').remove().end().text(),
    );
    expect(headings).toHaveLength(
      $('.theme-doc-markdown').find('h2, h3, h4').length,
    );
    // No syntax that only the site can render.
    const prose = text.replaceAll(/^(`{3,})[^]*?^\1$/gm, '');
    expect(prose.replaceAll(/`[^`\n]+`/g, '')).not.toMatch(
      /<[A-Z]|:::|&#x|\bundefined\b|\[object/,
    );
  });

  it("links stay in the language and aren't broken", () => {
    const prefix = published(locale.prefix);
    let own = 0;
    for (const [path, { tree }] of alternates) {
      const links = [...nodesOf(tree, 'link')].map(({ url }) => url);
      for (const url of links.filter((link) =>
        link.startsWith(published('')),
      )) {
        // Commands and their URLs are the same in every language.
        expect(url.startsWith(prefix), `${path}: ${url}`).toBe(true);
        const [file = '', id] = url.slice(published('').length).split('#');
        if (id === undefined || !file.endsWith('.md')) {
          const place =
            file === '' || file.endsWith('/') ? `${file}index.html` : file;
          const there = [place, `${place}.html`].some((name) =>
            existsSync(join(buildFolder, name)),
          );
          expect(there, `${path}: ${url}`).toBe(true);
          continue;
        }
        own += 1;
        const page = file.replace(/\.md$/, '').replace(/(^|\/)index$/, '$1');
        const ids = builtPage(page)('[id]')
          .map((_, { attribs }) => attribs['id'])
          .get();
        expect(ids, `${path}: ${url}`).toContain(decodeURIComponent(id));
      }
      const relative = links.filter((url) => !/^(?:#|[a-z]+:)/.test(url));
      expect(relative, path).toEqual([]);
    }
    expect(own).toBeGreaterThan(20);
  });

  it('llms.txt lists exactly the pages, with descriptions', () => {
    const tree = parser.parse(read(`${locale.prefix}llms.txt`));
    const links = nodesOf(tree, 'link').map(({ url }) => url);
    const others = locales
      .filter(({ name }) => name !== locale.name)
      .map(({ prefix }) => published(`${prefix}llms.txt`));
    const whole = published(`${locale.prefix}llms-full.txt`);
    expect(links.sort()).toEqual(
      [
        whole,
        ...others,
        ...pages.map((path) => published(alternateOf(path))),
      ].sort(),
    );
    const text = toString(tree);
    for (const path of pages) {
      const $ = builtPage(path);
      expect(text).toContain($('meta[name=description]').attr('content'));
    }
  });

  it('llms-full.txt contains every alternate', () => {
    const whole = read(`${locale.prefix}llms-full.txt`);
    for (const [path, { text }] of alternates) {
      expect(whole.includes(text.trimEnd()), path).toBe(true);
    }
  });

  it('is served as UTF-8 text', async () => {
    for (const [file, type] of [
      ['websockets.md', 'text/markdown'],
      ['llms.txt', 'text/plain'],
    ]) {
      const response = await fetch(address(`${locale.prefix}${file}`));
      expect(response.headers.get('content-type')).toBe(
        `${type};charset=utf-8`,
      );
    }
  });

  it('a button copies the page, with the keyboard, too', async () => {
    const page = await browser.borrow({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await open(page, `${locale.prefix}websockets`);
    const button = page.locator('header button').first();
    await button.focus();
    await page.keyboard.press('Enter');
    const status = page.locator('header [role=status]').first();
    await expect.poll(() => status.textContent()).not.toBe('');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(read(`${locale.prefix}websockets.md`));
    // The alternate link has the same target, even after navigation.
    const alternate = page.locator('link[rel=alternate][type="text/markdown"]');
    const href = () => alternate.getAttribute('href');
    const own = new URL(published(`${locale.prefix}websockets.md`)).pathname;
    expect(await href()).toBe(own);
    await page.locator('.pagination-nav__link--next').click();
    await expect.poll(href).toMatch(/chat-room\.md$/);
    expect(await alternate.count()).toBe(1);
  });
});
