import { type CheerioAPI, load } from 'cheerio';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { runTool } from '../../../scripts/run/child.ts';
import { fingerprint } from '../../../scripts/site/fingerprint.ts';
import { writeHostingFiles } from '../../../scripts/site/hosting.ts';
import { listen } from '../../../scripts/site/ports.ts';
import { siteServer } from '../../../scripts/site/server.ts';
import { runCommand } from '../command.ts';
import { smallSite } from './content.ts';
import { writeSmallSite } from './files.ts';
import { hostileLocale, writeHostileCatalogues } from './hostile.ts';

/** Base URL on a shared host. */
export const baseUrl = '/below/';

/** Ignored by git and linters. */
const folder = join('.docusaurus', 'small-site');
const stamp = join(folder, 'written.json');
const settings = {
  url: 'https://site.example',
  baseUrl,
  repositoryUrl: 'https://code.example/site',
};

/** Results of the build besides pages. */
interface Written {
  readonly fingerprint: string;
  /** The configuration line of the fourth language, printed by `npm run i18n add`. */
  readonly line: string;
  /** Number of malicious texts. */
  readonly interfaceMessages: number;
  readonly frontMatterFields: number;
}

/** A small site that is served to the tests of a file. */
export interface ServedSite {
  /** Returns the URL of a path. */
  readonly address: (path: string) => string;
  /** Fetches a page. */
  readonly sent: (path: string) => Promise<CheerioAPI>;
  readonly written: () => Written;
}

/**
 * Serves the small site to the tests of a file, in English, German and a fourth language with malicious catalogues; builds it
 * after changes.
 *
 * @throws if the build fails, with its output
 */
export function useSmallSite(): ServedSite {
  let home = '';
  let written: Written | undefined;
  let end = () => {};
  beforeAll(async () => {
    written = await buildIfChanged();
    const server = siteServer({ folder: join(folder, 'build'), baseUrl });
    home = `http://localhost:${await listen(server, 0, 'npm test')}${baseUrl}`;
    end = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterAll(() => end());
  return {
    address: (path) => home + path,
    async sent(path) {
      const response = await fetch(home + path);
      expect(response.status).toBe(200);
      return load(await response.text());
    },
    written() {
      if (!written) throw new Error('The small site is built before a test.');
      return written;
    },
  };
}

async function buildIfChanged(): Promise<Written> {
  const now = await currentFingerprint();
  const text = await readFile(stamp, 'utf8').catch(() => '{}');
  const before = JSON.parse(text) as Written;
  if (before.fingerprint === now) return before;
  await writeSmallSite(folder, smallSite);
  const line = await addFourthLanguage();
  const tried = await writeHostileCatalogues(folder);
  await build();
  const written = { fingerprint: now, line, ...tried };
  await writeFile(stamp, JSON.stringify(written));
  return written;
}

async function currentFingerprint(): Promise<string> {
  const hash = createHash('sha256').update(`${await fingerprint(settings)}`);
  for (const file of ['content', 'files', 'hostile', 'served']) {
    hash.update(await readFile(`tests/support/small-site/${file}.ts`));
  }
  return hash.digest('hex');
}

/** Follows CONTRIBUTING.md: one command and one line of configuration. */
async function addFourthLanguage(): Promise<string> {
  const command = runCommand(
    `cd '${folder}' && npm run -s i18n add ${hostileLocale}`,
  );
  if ((await command.ended()) !== 0) throw new Error(command.output());
  const line = /^ +(\w+: \{.*\},)$/m.exec(command.output())?.[1] ?? '';
  const file = join(folder, 'site.config.ts');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^ {2}en: \{.*\n/m, `$&  ${line}\n`));
  return line;
}

async function build(): Promise<void> {
  const locales = ['en', 'de', hostileLocale];
  const built = await runTool(
    '@docusaurus/core/bin/docusaurus.mjs',
    ['build', ...locales.flatMap((locale) => ['--locale', locale])],
    {
      cwd: folder,
      env: {
        NODE_ENV: 'production',
        SITE_URL: settings.url,
        SITE_BASE_URL: settings.baseUrl,
        REPOSITORY_URL: settings.repositoryUrl,
        // The cache would contain pages of an earlier run, whose generated files are deleted.
        DOCUSAURUS_NO_PERSISTENT_CACHE: 'true',
      },
    },
  );
  if (built.code !== 0) throw new Error(built.output);
  const prefixes = locales.map((locale) =>
    locale === 'en' ? '' : `${locale}/`,
  );
  await writeHostingFiles(join(folder, 'build'), { baseUrl, prefixes });
}
