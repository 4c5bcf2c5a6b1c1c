import { type CheerioAPI, load } from 'cheerio';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from '../../scripts/site/build-site.ts';

const pages = new Map<string, CheerioAPI>();

/**
 * Returns a page of the built site, parsed and cached; callers must not change it.
 *
 * @param path URL path without a leading slash: `de/websockets`, `de/`, ``
 */
export function builtPage(path: string): CheerioAPI {
  const known = pages.get(path);
  if (known) return known;
  const file = /(?:^|\/)$/.test(path) ? `${path}index.html` : `${path}.html`;
  const page = load(readFileSync(join(buildFolder, file), 'utf8'));
  pages.set(path, page);
  return page;
}

/**
 * Returns files of the built site.
 *
 * @param name pattern of their paths
 */
export function builtFiles(name: RegExp): { file: string; text: string }[] {
  return readdirSync(buildFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => ({
      file,
      text: readFileSync(join(buildFolder, file), 'utf8'),
    }));
}
