import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Only the text of an article is searched: no menu, no table of contents. */
const article = '.theme-doc-markdown';

/**
 * Writes `pagefind/` into a built site: one index for each language.
 *
 * @param folder the built site
 * @returns how many pages are indexed
 * @throws when there is no page with an article, or pagefind refuses one
 */
export async function indexSite(folder: string): Promise<number> {
  const { index, errors } = await createIndex({
    rootSelector: article,
    excludeSelectors: ['.hash-link', 'button', '[data-pagefind-ignore]'],
  });
  if (!index) {
    throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
  }
  try {
    let pages = 0;
    for (const file of await htmlFiles(folder)) {
      const content = await readFile(join(folder, file), 'utf8');
      if (!content.includes(article.slice(1))) continue;
      const { errors } = await index.addHTMLFile({
        url: pageUrl(file),
        content: separated(content),
      });
      refuse(errors, file);
      pages += 1;
    }
    if (pages === 0) {
      throw new Error(`No page in ${folder}/ has an article to index.`);
    }
    const outputPath = join(folder, 'pagefind');
    await rm(outputPath, { recursive: true, force: true });
    refuse((await index.writeFiles({ outputPath })).errors, outputPath);
    return pages;
  } finally {
    await close();
  }
}

/**
 * The address at which a built file is read, from the root of the site:
 * `de/index.html` is `/de/`, `de/about.html` is `/de/about`.
 */
export function pageUrl(file: string): string {
  return `/${file.replaceAll('\\', '/')}`
    .replace(/\/index\.html$/, '/')
    .replace(/\.html$/, '');
}

/**
 * Puts an invisible space between Chinese characters, so that each is indexed
 * by itself: a cut into words depends on the sentence around them, and a query
 * has no such sentence.
 */
function separated(html: string): string {
  return html.replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\u200b');
}

async function htmlFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).sort();
}

function refuse(errors: readonly string[], file: string): void {
  if (errors.length > 0) {
    throw new Error(`${file}: pagefind refuses it: ${errors.join(' ')}`);
  }
}
