import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type InlineHashes,
  inlineHashes,
  mergedHashes,
  withPolicy,
} from './content-security-policy.ts';
import {
  formatHeaders,
  formatNginx,
  headerRules,
  type HeaderRule,
  parseHeaders,
  type SitePaths,
} from './headers.ts';
import {
  notFoundCode,
  notFoundMap,
  notFoundRedirects,
  notFoundScript,
  withNotFoundScript,
} from './not-found.ts';

const sandbox = /(?:^|\/)assets\/playground\/sandbox\.\w+\.html$/;

/**
 * Inserts a Content-Security-Policy into the pages of a built site, and writes the headers and 404 pages in the formats of common hosts.
 *
 * @param folder the built site
 * @throws if it has no page, or hosts wouldn't accept its headers
 */
export async function writeHostingFiles(
  folder: string,
  site: SitePaths,
): Promise<void> {
  const files = (await readdir(folder, { recursive: true }))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .sort();
  const sandboxes = files.filter((file) => sandbox.test(file));
  const pages = files.filter((file) => !sandbox.test(file));
  if (pages.length === 0) throw new Error(`No page in ${folder}/.`);
  const write = (file: string, text: string) =>
    writeFile(join(folder, file), text);
  const html = await readFile(join(folder, '404.html'), 'utf8');
  await write('404.html', withNotFoundScript(html, site.baseUrl));
  await write(notFoundScript, notFoundCode(site));
  const inline = await protectPages(folder, pages, site.prefixes);
  const rules = headerRules(site, sandboxes, inline);
  await write('_headers', formatHeaders(rules));
  await write('_redirects', notFoundRedirects(site));
  await write('nginx-headers.conf', formatNginx(rules) + notFoundMap(site));
}

/**
 * Inserts its policy into each page. Inline scripts and styles are trusted if a page in the default language has them, since they
 * come from code; those that only a translated page has may come from a catalogue.
 *
 * @returns the hashes of all trusted inline scripts and styles
 * @throws if a translated page has another one
 */
async function protectPages(
  folder: string,
  pages: readonly string[],
  prefixes: readonly string[],
): Promise<InlineHashes> {
  const isTranslated = (file: string) =>
    prefixes.some((prefix) => prefix !== '' && file.startsWith(prefix));
  const read = await Promise.all(
    pages.map(async (file) => {
      const html = await readFile(join(folder, file), 'utf8');
      return { file, html, inline: inlineHashes(html) };
    }),
  );
  const trusted = mergedHashes(
    read.filter(({ file }) => !isTranslated(file)).map(({ inline }) => inline),
  );
  for (const { file, inline } of read) {
    for (const kind of ['scripts', 'styles'] as const) {
      if (inline[kind].some((hash) => !trusted[kind].includes(hash))) {
        throw new Error(
          `${join(folder, file)}:1: has inline ${kind} that no page in the default language has, so they may come from a catalogue. Find out what text is used as HTML, and escape it.`,
        );
      }
    }
  }
  await Promise.all(
    read.map(({ file, html, inline }) =>
      writeFile(join(folder, file), withPolicy(html, inline)),
    ),
  );
  return trusted;
}

/** Reads the header rules of a built site; none if the file doesn't exist. */
export function hostingRules(folder: string): HeaderRule[] {
  const file = join(folder, '_headers');
  return existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];
}
