import { copyFile, cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { runTool } from '../../scripts/run/child.ts';
import { listen } from '../../scripts/site/listen.ts';
import { writeHostingFiles } from '../../scripts/site/hosting.ts';
import { siteServer } from '../../scripts/site/server.ts';

/** A small site with the configuration, the theme and the code of this one. */
export interface SmallSite {
  /** The pages below docs/, by their names. */
  readonly pages: Readonly<Record<string, string>>;
  /** The German catalogues of the pages. */
  readonly catalogues: Readonly<Record<string, string>>;
  /** Variables for the build. */
  readonly env: Readonly<Record<string, string>>;
  /** The languages that are built: English and German if it is not said. */
  readonly locales?: readonly string[];
  /** Its path on the server, with a slash at both ends: the root if it is not said. */
  readonly baseUrl?: string;
}

/** Git and the linters leave it alone. */
const folder = join('.docusaurus', 'site-with-gaps');

/**
 * Builds a small site with Docusaurus, and serves it to the tests of a file.
 *
 * @param site its pages and catalogues; the texts of the interface are those of this site
 * @returns the address of a path in it
 * @throws when Docusaurus refuses it, with all that it says
 */
export function useSmallSite(site: SmallSite): (path: string) => string {
  const { locales = ['en', 'de'], baseUrl = '/' } = site;
  let home = '';
  let end = () => {};
  beforeAll(async () => {
    await lay(site);
    const built = await runTool(
      '@docusaurus/core/bin/docusaurus.mjs',
      ['build', ...locales.flatMap((locale) => ['--locale', locale])],
      {
        cwd: folder,
        env: { NODE_ENV: 'production', SITE_BASE_URL: baseUrl, ...site.env },
      },
    );
    if (built.code !== 0) throw new Error(built.output);
    const build = join(folder, 'build');
    const prefixes = locales.map((locale) =>
      locale === 'en' ? '' : `${locale}/`,
    );
    await writeHostingFiles(build, baseUrl, prefixes);
    const server = siteServer({ folder: build, baseUrl });
    home = `http://localhost:${await listen(server, 0, 'npm test')}${baseUrl}`;
    end = () => {
      server.closeAllConnections();
      server.close();
    };
  }, 120_000);
  afterAll(() => end());
  return (path) => home + path;
}

async function lay({ pages, catalogues }: SmallSite): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'i18n', 'de', 'docs'), { recursive: true });
  await mkdir(join(folder, 'docs'));
  // A module knows its folder: these have to be files of the small site.
  const own = ['package.json', 'package-lock.json', 'tsconfig.json'];
  for (const file of [...own, 'content.ts', 'docusaurus.config.ts'])
    await copyFile(file, join(folder, file));
  const shared = ['src', 'scripts', 'static', 'examples', 'node_modules'];
  for (const name of shared)
    await symlink(join('..', '..', name), join(folder, name));
  await cp('i18n/de/interface.po', join(folder, 'i18n/de/interface.po'));
  const names = Object.keys(pages).map((file) => file.replace('.mdx', ''));
  await writeFile(
    join(folder, 'sidebars.ts'),
    `export default { guide: ${JSON.stringify(names)} };\n`,
  );
  for (const [file, text] of Object.entries(pages)) {
    const path = join(folder, 'docs', file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  for (const [file, text] of Object.entries(catalogues))
    await writeFile(join(folder, 'i18n', 'de', 'docs', file), text);
}
