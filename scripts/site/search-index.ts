import { load } from 'cheerio';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** The indexed element: without the menu and the table of contents. */
const article = '.theme-doc-markdown';

/** Weights of words in Pagefind's score, up to 10; text has 1. */
const weights = { heading: 10, keywords: 8, context: 3, code: 0.5 };

/** Pages that are found as a whole and after others: they only link, describe an example, or are about this site. */
const secondary =
  /(?:^|\/)(?:index|about|translation-status|examples\/[^/]+)\.html$/;

/** A part of a page that the search finds: its beginning, or a section. */
export interface SearchRecord {
  /** Anchor of the section's heading; empty for the beginning of the page. */
  readonly anchor: string;
  /** HTML that Pagefind indexes. */
  readonly html: string;
}

/**
 * Writes one search index per language into `pagefind/` of a built site.
 *
 * @returns the number of indexed pages
 * @throws if no page has an article, or Pagefind rejects one
 */
export async function indexSite(folder: string): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) {
    throw new Error(`Pagefind can't create an index: ${errors.join(' ')}`);
  }
  try {
    let pages = 0;
    for (const file of await htmlFiles(folder)) {
      const content = await readFile(join(folder, file), 'utf8');
      if (!content.includes(article.slice(1))) continue;
      const records = searchRecords(content, secondary.test(file));
      for (const { anchor, html } of records) {
        const url = pageUrl(file) + (anchor && `#${anchor}`);
        const { errors } = await index.addHTMLFile({ url, content: html });
        throwErrors(errors, file);
      }
      pages += 1;
    }
    if (pages === 0) {
      throw new Error(`No page in ${folder}/ has an article to index.`);
    }
    const outputPath = join(folder, 'pagefind');
    await rm(outputPath, { recursive: true, force: true });
    throwErrors((await index.writeFiles({ outputPath })).errors, outputPath);
    return pages;
  } finally {
    await close();
  }
}

/** Returns the URL path of a built file: `/de/` for `de/index.html`, `/de/about` for `de/about.html`. */
export function pageUrl(file: string): string {
  return `/${file.replaceAll('\\', '/')}`
    .replace(/\/index\.html$/, '/')
    .replace(/\.html$/, '');
}

/**
 * Splits a page into its beginning and its sections, so that the search ranks sections. After its text, each record contains, from an
 * anchor on, what the search bar weighs separately: its heading, the page's keywords, and as context the description or the titles above.
 *
 * - Spaces separate table cells and list items, which the HTML minifier joins.
 * - Zero-width spaces separate Chinese characters, so that each is indexed separately: word segmentation depends on the sentence,
 *   and queries have none.
 *
 * @param isSecondary keeps the page in one record, which is found after others
 */
export function searchRecords(
  html: string,
  isSecondary: boolean,
): SearchRecord[] {
  const $ = load(html);
  const meta = (name: string) => $(`meta[name=${name}]`).attr('content') ?? '';
  const language = $('html').attr('lang') ?? '';
  const content = $(article).first();
  content.find('.hash-link, button, [data-pagefind-ignore]').remove();
  content.find('td, th, li, dt, dd, br').after(' ');
  content.find('pre').attr('data-pagefind-weight', `${weights.code}`);
  const title = content.find('h1').first().remove().text().trim();

  const sections = [
    { anchor: '', heading: title, context: meta('description'), text: '' },
  ];
  let parent = '';
  for (const node of content.contents().toArray()) {
    const element = $(node);
    const anchor = element.is('h2, h3') && element.attr('id');
    if (anchor && !isSecondary) {
      const heading = element.text().trim();
      if (element.is('h2')) parent = heading;
      const context = element.is('h2') ? title : `${title}. ${parent}`;
      sections.push({ anchor, heading, context, text: '' });
    } else {
      const section = sections.at(-1);
      if (section) section.text += $.html(element);
    }
  }
  return sections.map(({ anchor, heading, context, text }) => {
    const terms = load('<main>', null, false);
    const part = (name: 'heading' | 'keywords' | 'context', words: string) =>
      terms('<p>')
        .attr({
          id: `search-${name}`,
          'data-pagefind-weight': `${weights[name]}`,
        })
        .text(words);
    terms('main').append(
      part('heading', heading).attr('data-pagefind-meta', 'title'),
      part('keywords', anchor ? '' : meta('keywords')),
      part('context', context),
    );
    if (anchor) terms('main').attr('data-pagefind-meta', `page:${title}`);
    if (isSecondary) terms('main').attr('data-pagefind-meta', 'rank:0.5');
    return {
      anchor,
      html: separateCharacters(
        `<html lang="${language}"><body>${text}${terms.html()}</body></html>`,
      ),
    };
  });
}

function separateCharacters(html: string): string {
  return html.replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\u200b');
}

async function htmlFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).sort();
}

function throwErrors(errors: readonly string[], file: string): void {
  if (errors.length > 0) {
    throw new Error(`${file}: Pagefind rejects it: ${errors.join(' ')}`);
  }
}
