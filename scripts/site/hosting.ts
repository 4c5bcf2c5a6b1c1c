import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withPolicy } from './content-security-policy.ts';
import { headersFile, nginxFile, readHeadersFile } from './header-files.ts';
import { headerRules, type HeaderRule } from './header-rules.ts';
import {
  type InlineHashes,
  inlineHashes,
  joinedHashes,
} from './inline-hashes.ts';
import {
  notFoundCode,
  notFoundMap,
  notFoundRedirects,
  notFoundScript,
  withNotFoundScript,
} from './not-found.ts';

/** The file that Netlify and Cloudflare Pages read. */
const headers = '_headers';
/** What Netlify reads. */
const redirects = '_redirects';
/** What a server of one's own includes. */
const nginx = 'nginx-headers.conf';

const sandbox = /(?:^|\/)assets\/playground\/sandbox\.\w+\.html$/;

/**
 * Gives the pages of a built site their policy, and writes beside them what hosts are to send with them, and for an address that there
 * is not, in the forms that hosts take.
 *
 * @param folder the built site
 * @param baseUrl its path on the host, with a slash at both ends
 * @param prefixes the folders of its languages: '' and `de/`
 * @throws when there is no page, or a host would not take the headers
 */
export async function writeHostingFiles(
  folder: string,
  baseUrl: string,
  prefixes: readonly string[],
): Promise<void> {
  const files = (await readdir(folder, { recursive: true }))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .sort();
  const sandboxes = files.filter((file) => sandbox.test(file));
  const pages = files.filter((file) => !sandbox.test(file));
  if (pages.length === 0) throw new Error(`No page in ${folder}/.`);
  const notFound = join(folder, '404.html');
  const html = await readFile(notFound, 'utf8');
  await writeFile(notFound, withNotFoundScript(html, baseUrl));
  await writeFile(
    join(folder, notFoundScript),
    notFoundCode(baseUrl, prefixes),
  );
  const inline = joinedHashes(
    await Promise.all(pages.map((file) => protectPage(join(folder, file)))),
  );
  const rules = headerRules({ baseUrl, prefixes, sandboxes, inline });
  await writeFile(join(folder, headers), headersFile(rules));
  await writeFile(
    join(folder, redirects),
    notFoundRedirects(baseUrl, prefixes),
  );
  await writeFile(
    join(folder, nginx),
    nginxFile(rules) + notFoundMap(baseUrl, prefixes),
  );
}

/** Writes its policy into a page, and returns what it holds in itself. */
async function protectPage(file: string): Promise<InlineHashes> {
  const html = await readFile(file, 'utf8');
  const inline = inlineHashes(html);
  await writeFile(file, withPolicy(html, inline));
  return inline;
}

/**
 * The headers that a built site asks its host for.
 *
 * @param folder the built site; one without the file asks for none
 */
export function hostingRules(folder: string): HeaderRule[] {
  const file = join(folder, headers);
  return existsSync(file) ? readHeadersFile(readFileSync(file, 'utf8')) : [];
}
