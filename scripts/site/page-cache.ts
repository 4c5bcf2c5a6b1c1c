import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SiteSettings } from './settings.ts';

/**
 * Deletes the pages that an earlier build kept if it had other settings:
 * addresses of the site and its repository stand in them, and Docusaurus tells
 * its bundler's cache of the configuration file alone.
 *
 * @param folder where tools keep their caches
 */
export async function dropStalePages(
  folder: string,
  settings: SiteSettings,
): Promise<void> {
  const record = join(folder, 'site-settings.json');
  const text = JSON.stringify(settings);
  const before = await readFile(record, 'utf8').catch(() => undefined);
  if (before === text) return;
  await rm(join(folder, 'rspack'), { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(record, text);
}
