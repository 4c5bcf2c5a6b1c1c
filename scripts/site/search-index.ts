import { load } from 'cheerio';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** The indexed element: without the menu and the table of contents. */
const article = '.theme-doc-markdown';

/**
 * Writes one search index per language into `pagefind/` of a built site.
 *
 * @returns the number of indexed pages
 * @throws if no page has an article, or Pagefind rejects one
 */
export async function indexSite(folder: string): Promise<number> {
  const { index, errors } = await createIndex({
    rootSelector: article,
    excludeSelectors: ['.hash-link', 'button', '[data-pagefind-ignore]'],
  });
  if (!index) {
    throw new Error(`Pagefind can't create an index: ${errors.join(' ')}`);
  }
  try {
    let pages = 0;
    for (const file of await htmlFiles(folder)) {
      const content = await readFile(join(folder, file), 'utf8');
      if (!content.includes(article.slice(1))) continue;
      const { errors } = await index.addHTMLFile({
        url: pageUrl(file),
        content: searchable(content),
      });
      throwErrors(errors, file);
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
 * Prepares a page for the index:
 *
 * - The description and the keywords follow the title, so that terms which only they contain are found.
 * - Spaces separate table cells and list items, which the HTML minifier joins.
 * - Zero-width spaces separate Chinese characters, so that each is indexed separately: word segmentation depends on the sentence,
 *   and queries have none.
 */
export function searchable(html: string): string {
  const $ = load(html);
  $('td, th, li, dt, dd, br').after(' ');
  const title = $(article).find('h1').first();
  for (const name of ['keywords', 'description']) {
    const terms = $(`meta[name=${name}]`).attr('content');
    if (terms) title.after($('<p data-pagefind-weight="4">').text(terms));
  }
  return $.html().replaceAll(
    /(?<=\p{Script=Han})(?=\p{Script=Han})/gu,
    '\u200b',
  );
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
