import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { content } from '../../content.ts';
import { runTool } from '../run/child.ts';
import { fingerprint } from './fingerprint.ts';
import { writeHostingFiles } from './hosting.ts';
import { dropStalePages } from './page-cache.ts';
import { indexSite } from './search-index.ts';
import { type SiteSettings } from './settings.ts';

/** Where the built site lies, from the root of the repository. */
export const buildFolder = 'build';

const stamp = join(buildFolder, '.fingerprint');

/**
 * Builds every locale, the search index, and the headers that hosts are to send.
 *
 * @param print where progress goes
 * @throws when Docusaurus refuses the content, with its reasons
 */
export async function buildSite(
  settings: SiteSettings,
  print: (line: string) => void,
): Promise<void> {
  const before = await fingerprint(settings);
  await rm(stamp, { force: true });
  await dropStalePages('node_modules/.cache', settings);
  print('Building the site in every locale (about half a minute) …');
  const built = await runTool(
    '@docusaurus/core/bin/docusaurus.mjs',
    ['build', '--out-dir', buildFolder],
    {
      env: {
        NODE_ENV: 'production',
        SITE_URL: settings.url,
        SITE_BASE_URL: settings.baseUrl,
        REPOSITORY_URL: settings.repositoryUrl ?? '',
      },
    },
  );
  if (built.code !== 0) {
    throw new Error(`The site does not build:\n${reasons(built.output)}`);
  }
  const pages = await indexSite(buildFolder);
  const prefixes = content.locales.map((locale) =>
    locale === content.defaultLocale ? '' : `${locale}/`,
  );
  await writeHostingFiles(buildFolder, settings.baseUrl, prefixes);
  if (before !== undefined) {
    await writeFile(stamp, before);
  }
  const seconds = built.seconds.toFixed(0);
  print(`Built ${pages} pages in ${seconds} s and indexed them for search.`);
}

/** Builds the site only if something that it is built from has changed. */
export async function buildSiteIfChanged(
  settings: SiteSettings,
  print: (line: string) => void,
): Promise<void> {
  const built = await readFile(stamp, 'utf8').catch(() => undefined);
  if (built !== undefined && built === (await fingerprint(settings))) {
    print('Nothing has changed since the last build.');
    return;
  }
  await buildSite(settings, print);
}

/**
 * Docusaurus prints each error of a page several times, in a frame, with its
 * stack. The lines that name a place are what a writer needs, if there are any.
 */
function reasons(output: string): string {
  const lines = output.split('\n').map((line) => line.replace(/^\s*│\s?/, ''));
  const places = lines
    .map((line) => line.replace(/^\s*Cause:\s*/, ''))
    .filter((line) => /^(?:docs|examples|i18n)\/[^\s:]+:\d+: /.test(line));
  return places.length > 0
    ? [...new Set(places)].join('\n')
    : lines.filter((line) => !/^\s+(?:at |\.\.\. )/.test(line)).join('\n');
}
