import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropStalePages } from './page-cache.ts';
import { siteSettings } from './settings.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-cache-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('keeps pages for the same settings, and drops them for others', async () => {
  const page = join(folder, 'rspack', 'page');
  const isKept = () =>
    readFile(page).then(
      () => true,
      () => false,
    );
  const unknown = siteSettings({});
  const known = siteSettings({ REPOSITORY_URL: 'https://example.com/a/b' });

  await dropStalePages(folder, unknown);
  await mkdir(join(folder, 'rspack'));
  await writeFile(page, '');
  await dropStalePages(folder, unknown);
  expect(await isKept()).toBe(true);
  await dropStalePages(folder, known);
  expect(await isKept()).toBe(false);
});
