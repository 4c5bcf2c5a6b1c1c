import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteConfig } from '../../site.config.ts';
import { runTool } from '../run/child.ts';
import { buildErrors } from './build-errors.ts';
import { fingerprint } from './fingerprint.ts';
import { writeHostingFiles } from './hosting.ts';
import { indexSite } from './search-index.ts';
import { type SiteSettings } from '../../src/site/config/settings.ts';

/** Folder of the built site, from the root of the repository. */
export const buildFolder = 'build';

const stamp = join(buildFolder, '.fingerprint');

/**
 * Builds all locales, the search index and the files of hosts.
 *
 * @throws with the errors of Docusaurus
 */
export async function buildSite(
  settings: SiteSettings,
  print: (line: string) => void,
): Promise<void> {
  const before = await fingerprint(settings);
  await rm(stamp, { force: true });
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
    throw new Error(
      `The site doesn't build:\n${buildErrors(built.output, siteConfig.root)}`,
    );
  }
  const pages = await indexSite(buildFolder);
  const prefixes = siteConfig.locales.map((locale) =>
    locale === siteConfig.defaultLocale ? '' : `${locale}/`,
  );
  await writeHostingFiles(buildFolder, { baseUrl: settings.baseUrl, prefixes });
  if (before !== undefined) await writeFile(stamp, before);
  print(
    `Built ${pages} pages in ${built.seconds.toFixed(0)} s and indexed them for search.`,
  );
}

/** Builds the site unless the last build had the same inputs. */
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
