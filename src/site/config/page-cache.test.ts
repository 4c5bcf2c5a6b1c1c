import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { dropOutdatedPages } from './page-cache.ts';
import { siteSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const settings = siteSettings({});
const files = [
  ...['docs/a.mdx', 'i18n/de/docs/a.po', 'src/site/css/a.css'],
  ...['src/evidence/index.ts', 'src/core/loader.cjs', 'site.config.ts'],
  ...['src/site/pages/pages.ts', 'package-lock.json', 'sidebars.ts'],
];
const cached = join(folder, 'node_modules/.cache/rspack/page');

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

beforeEach(() => {
  for (const file of files) write(file, 'before');
});
afterAll(() => rmSync(folder, { recursive: true }));

const build = () => {
  dropOutdatedPages(folder, settings);
  mkdirSync(dirname(cached), { recursive: true });
  writeFileSync(cached, '');
};

it('keeps cached pages when only content or styles change', () => {
  build();
  for (const file of [
    'docs/a.mdx',
    'i18n/de/docs/a.po',
    'src/site/css/a.css',
  ]) {
    write(file, 'after');
  }
  dropOutdatedPages(folder, settings);
  expect(existsSync(cached)).toBe(true);
});

it.each([
  ...['src/evidence/index.ts', 'src/core/loader.cjs', 'site.config.ts'],
  ...['src/site/pages/pages.ts', 'package-lock.json', 'sidebars.ts'],
])('drops them when %s changes, once', (file) => {
  build();
  write(file, 'after');
  dropOutdatedPages(folder, settings);
  expect(existsSync(cached)).toBe(false);
  build();
  dropOutdatedPages(folder, settings);
  expect(existsSync(cached)).toBe(true);
});

it('drops them when the settings change', () => {
  build();
  dropOutdatedPages(
    folder,
    siteSettings({ REPOSITORY_URL: 'https://a.org/b/c' }),
  );
  expect(existsSync(cached)).toBe(false);
});
