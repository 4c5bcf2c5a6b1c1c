import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import type { Content } from '../content.ts';
import { statusRows } from './status-page.ts';

const root = mkdtempSync(join(tmpdir(), 'status-'));
afterAll(() => rmSync(root, { recursive: true }));

const content: Content = {
  docsDir: 'docs',
  catalogueDir: 'i18n',
  configFile: 'site.config.ts',
  sourceDir: 'src',
  defaultLocale: 'en',
  locales: ['en', 'de'],
  beforeTranslation: [],
  interfaceMessages: {},
};

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function counts(): Promise<unknown[]> {
  const rows = await statusRows(root, content);
  return rows.map(({ source, current, missing }) => [source, current, missing]);
}

test('counts a page again only after a change of its text or catalogue', async () => {
  write('docs/one.mdx', 'Hello.\n');
  write('docs/two.mdx', 'Bye.\n');
  expect(await counts()).toEqual([
    ['docs/one.mdx', 0, 1],
    ['docs/two.mdx', 0, 1],
  ]);
  write('i18n/de/docs/one.po', 'msgid "Hello."\nmsgstr "Hallo."\n');
  expect(await counts()).toEqual([
    ['docs/one.mdx', 1, 0],
    ['docs/two.mdx', 0, 1],
  ]);
  write('docs/two.mdx', 'Bye.\n\nSee you.\n');
  expect(await counts()).toEqual([
    ['docs/one.mdx', 1, 0],
    ['docs/two.mdx', 0, 2],
  ]);
});
