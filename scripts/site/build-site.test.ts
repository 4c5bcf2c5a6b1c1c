import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../run/child.ts';
import { siteSettings } from '../../src/site/config/settings.ts';
import { buildErrors } from './build-errors.ts';
import { fingerprint } from './fingerprint.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const settings = siteSettings({});
const files = ['docs/a.mdx', 'examples/chat/tests/a.test.ts', 'src/a.ts'];

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

beforeAll(async () => {
  for (const file of files) write(file, 'before');
  write('.gitignore', 'node_modules\n');
  await run('git', ['init', '--quiet'], { cwd: folder });
  await run('git', ['add', '.'], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('fingerprint', () => {
  it('changes with every changed, new or deleted input', async () => {
    let before = await fingerprint(settings, folder);
    const expectChange = async (file: string) => {
      const after = await fingerprint(settings, folder);
      expect(after, file).not.toBe(before);
      before = after;
    };
    for (const file of [...files, 'src/new.ts', 'docs/new.mdx']) {
      write(file, 'after');
      await expectChange(file);
    }
    rmSync(join(folder, 'docs/a.mdx'));
    await expectChange('docs/a.mdx');
  });

  it('changes with the settings', async () => {
    const other = siteSettings({ SITE_BASE_URL: '/guide/' });
    expect(await fingerprint(other, folder)).not.toBe(
      await fingerprint(settings, folder),
    );
  });

  it("ignores the site's tests", async () => {
    const before = await fingerprint(settings, folder);
    for (const file of [
      'tests/a.test.ts',
      'src/a.test.ts',
      'scripts/b/c.test.ts',
    ]) {
      write(file, 'new');
    }
    expect(await fingerprint(settings, folder)).toBe(before);
  });
});

it('no input of a build imports a file that the fingerprint ignores', () => {
  const isIgnored = (file: string) =>
    /^tests\/|^(?:src|scripts)\/.*\.test\.ts$/.test(file);
  const sources = ['src', 'scripts', '.']
    .flatMap((directory) =>
      readdirSync(directory, {
        recursive: directory !== '.',
        encoding: 'utf8',
      }).map((name) => join(directory, name)),
    )
    .filter((file) => /\.(?:tsx?|cjs)$/.test(file) && !isIgnored(file));
  expect(sources).toContain('src/site/pages/pages.ts');
  for (const file of sources) {
    const imports = readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g);
    for (const [, name = ''] of imports) {
      expect(isIgnored(join(dirname(file), name)), `${file}: ${name}`).toBe(
        false,
      );
    }
  }
});

describe('buildErrors', () => {
  it('reports a page that fails to compile once', () => {
    const output = `
│ Error: MDX compilation failed for file "/site/docs/a.mdx"
│ Cause: Expected a closing tag for \`<Proven>\` (16:1-16:20) before the end of \`paragraph\`
│ Details:
│ {
│   "line": 16,
│ Error: MDX compilation failed for file "/site/docs/b.mdx"
│ Cause: Could not parse expression with acorn
│ Details:
│ {
│   "line": 3,
│ Error: MDX compilation failed for file "/site/docs/a.mdx"
│ Cause: Expected a closing tag for \`<Proven>\` (16:1-16:20) before the end of \`paragraph\`
`;
    expect(buildErrors(output, '/site').split('\n')).toEqual([
      "docs/a.mdx:16: this page can't be read (Expected a closing tag for `<Proven>` (16:1-16:20) before the end of `paragraph`); correct it.",
      "docs/b.mdx:3: this page can't be read (Could not parse expression with acorn); correct it.",
    ]);
  });

  it('reports the message of a plugin without the output of Docusaurus', () => {
    const output = `
Error: MDX compilation failed for file "/site/docs/a.mdx"
Cause: docs/a.mdx:7: no file "x". Name one of these.
    at fail (/site/node_modules/x.js:1:1)
`;
    expect(buildErrors(output, '/site')).toBe(
      'docs/a.mdx:7: no file "x". Name one of these.',
    );
  });

  it('returns the output without stacks if it names no page', () => {
    expect(buildErrors('Out of memory\n    at x (y.js:1:1)', '/')).toBe(
      'Out of memory',
    );
  });
});
