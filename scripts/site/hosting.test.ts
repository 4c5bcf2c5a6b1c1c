import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeHostingFiles } from './hosting.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(file: string, body: string): Promise<void> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `<head><meta charset="utf-8"></head>${body}`);
}

const trusted = '<script>theme()</script><p style="color:red"></p>';

it('allows the inline scripts and styles of the default language in all languages', async () => {
  await write('404.html', trusted);
  await write('de/404.html', trusted);
  await writeHostingFiles(folder, { baseUrl: '/', prefixes: ['', 'de/'] });
  const policy = /script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+';/;
  expect(await readFile(join(folder, '_headers'), 'utf8')).toMatch(policy);
  expect(await readFile(join(folder, 'de/404.html'), 'utf8')).toMatch(policy);
});

it.each([
  ['scripts', '<script>evil()</script>'],
  ['styles', '<style>* { display: none }</style>'],
  ['styles', '<p style="position:fixed"></p>'],
])(
  'rejects inline %s that only a translated page has: %s',
  async (kind, body) => {
    await write('404.html', trusted);
    await write('de/about.html', trusted + body);
    await expect(
      writeHostingFiles(folder, { baseUrl: '/', prefixes: ['', 'de/'] }),
    ).rejects.toThrow(
      new RegExp(
        `de/about\\.html:1: has inline ${kind} that no page in the default language has`,
      ),
    );
  },
);
