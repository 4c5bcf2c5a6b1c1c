import type { Plugin } from '@docusaurus/types';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type SiteSettings } from './settings.ts';

/** Files besides `src/` that pages are rendered with. */
const inputs = [
  'site.config.ts',
  'docusaurus.config.ts',
  'sidebars.ts',
  'package.json',
  'package-lock.json',
];

/**
 * Docusaurus plugin: deletes cached pages that other settings, code or packages rendered. The bundler's cache of Docusaurus only
 * depends on the configuration file.
 *
 * @param folder absolute path of the site
 */
export function freshPages(folder: string, settings: SiteSettings) {
  return (): Plugin => {
    dropOutdatedPages(folder, settings);
    return { name: 'fresh-pages' };
  };
}

/** Deletes the bundler's cache if the settings, code or packages changed. */
export function dropOutdatedPages(
  folder: string,
  settings: SiteSettings,
): void {
  const caches = join(folder, 'node_modules/.cache');
  const record = join(caches, 'pages-made-by.txt');
  const stamp = stampOf(folder, settings);
  if (existsSync(record) && readFileSync(record, 'utf8') === stamp) return;
  rmSync(join(caches, 'rspack'), { recursive: true, force: true });
  mkdirSync(caches, { recursive: true });
  writeFileSync(record, stamp);
}

function stampOf(folder: string, settings: SiteSettings): string {
  const code = readdirSync(join(folder, 'src'), {
    recursive: true,
    encoding: 'utf8',
  })
    // The bundler itself detects changes of browser code (`.tsx`, `.css`).
    .filter((name) => /(?<!\.test)\.(?:ts|cjs|mjs|js)$/.test(name))
    .filter((name) => !/(?:^|[\\/])fixtures[\\/]/.test(name))
    .map((name) => `src/${name}`)
    .sort();
  const hash = createHash('sha256').update(
    JSON.stringify([settings, process.version]),
  );
  for (const file of [...code, ...inputs]) {
    const path = join(folder, file);
    hash.update(`\0${file}\0`);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}
