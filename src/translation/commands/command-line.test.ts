import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { beforeEach, describe, expect, test } from 'vitest';

import { runCommandLine } from './command-line.ts';
import { type SmallSite, smallSite } from '../testing/small-site.ts';
import { update } from './update.ts';

const de = 'i18n/de/docs/sockets.po';
const page = 'docs/sockets.mdx';

let site: SmallSite;

beforeEach(async () => {
  site = await smallSite();
  return site.remove;
});

describe('the command line', () => {
  async function typed(...words: string[]) {
    const output: string[] = [];
    const complaints: string[] = [];
    const { docsDir, catalogueDir, locales, sourceDir } = site.content;
    site.write(
      'site.config.ts',
      `export const siteConfig = ${JSON.stringify({ docsDir, catalogueDir, locales, sourceDir })};`,
    );
    const status = await runCommandLine(words, {
      root: site.root,
      env: {},
      colour: false,
      print: (lines) => output.push(...lines),
      complain: (line) => complaints.push(line),
    });
    return { status, said: output, complaints };
  }

  beforeEach(async () => {
    // Without plugins and menu texts, which the file can't contain.
    site.content.beforeTranslation = [];
    site.content.interfaceMessages = {};
    update(await site.read());
  });

  test('exits with 1 and without a stack trace if a command fails', async () => {
    expect(await typed('update', '--keep', 'Nothing like it')).toEqual({
      status: 1,
      said: [],
      complaints: [
        '--keep "Nothing like it": the English of no translated message has changed.',
      ],
    });
    expect(await typed('sign', '--locale', 'de')).toMatchObject({
      status: 1,
      complaints: ['i18n sign: write --by <name>, --reviewed <name>, or both.'],
    });
    expect(await typed('add')).toMatchObject({
      status: 1,
      complaints: [
        'i18n add: the language is missing; write npm run i18n add fr.',
      ],
    });
  });

  test('prints what update has done, and how to see the changes', async () => {
    site.edit(page, 'on the upgrade', 'after an upgrade');
    const hint =
      'npm run i18n status -- --diff shows the changed words in the English of each outdated message.';
    const change = [
      `${de}:33`,
      '  Call `open()` [-on the-]{+after an+} upgrade.',
    ];
    expect(await typed('status', '--json', '--locale', 'de')).toMatchObject({
      status: 0,
      complaints: [
        'The catalogues are outdated; line numbers below are those after npm run i18n update.',
      ],
    });
    expect((await typed('update', '--diff')).said).toEqual(
      expect.arrayContaining(change),
    );
    expect((await typed('update')).said.at(-1)).toBe(hint);
    expect((await typed('status', '--diff')).said.slice(-2)).toEqual(change);
    expect((await typed('status', '--todo', 'de')).said).toEqual([
      `${de}:33: outdated: Call \`open()\` after an upgrade.`,
    ]);
  });

  test("prints kept messages, and exits with 1 if one wasn't kept", async () => {
    site.edit(page, 'on the upgrade', '[on](https://example.org) the upgrade');
    site.edit(page, 'A page about sockets', 'A page about socket');
    const keep = ['--keep', 'A page about', '--keep', 'Call `open()`'];
    const { status, said } = await typed('update', ...keep);
    expect(said.slice(2)).toEqual([
      `kept ${de}:22`,
      '  A page about [-sockets-]{+socket+}.',
      `not kept ${de}:34`,
      '  Call `open()` {+[+}on{+](https://example.org)+} the upgrade.',
      expect.stringMatching(/^ {2}\S.*\.$/),
      expect.stringMatching(/^npm run i18n status/),
    ]);
    expect(status).toBe(1);
  });

  test('signs and adds', async () => {
    expect(
      await typed('sign', '--locale', 'de', '--by', 'Ana', '--page', 'sockets'),
    ).toEqual({
      status: 0,
      said: ['de: 4 messages in 1 catalogue are signed.'],
      complaints: [],
    });
    expect((await typed('add', 'fr')).said[0]).toMatch(/^i18n\/fr: /);
    expect((await typed('sign', '--help')).said[0]).toMatch(/^Usage: /);
  });

  const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
  const tsx = createRequire(import.meta.url).resolve('tsx');

  // Uses a shell pipe, since Node would use a socket. A package of the site also pipes into stdout, as real ones do, which
  // disables the console's handling of EPIPE.
  test.each([
    ['status', '', 0],
    ['check', '2>&1', 1],
  ])(
    'exits silently when the reader of %s has closed the pipe',
    (verb, redirect, status) => {
      site.edit(de, '"Sockets öffnen"', '""');
      const { docsDir, catalogueDir, locales, sourceDir } = site.content;
      site.write(
        'site.config.ts',
        [
          "import { PassThrough } from 'node:stream';",
          'new PassThrough().pipe(process.stdout);',
          'new PassThrough().pipe(process.stderr);',
          `export const siteConfig = ${JSON.stringify({ docsDir, catalogueDir, locales, sourceDir })};`,
        ].join('\n'),
      );
      const { stdout, stderr } = spawnSync(
        'sh',
        [
          '-c',
          `{ "$0" --import "$1" "$2" ${verb} ${redirect}; echo "ended with $?" >&3; } 3>&2 | true`,
          process.execPath,
          tsx,
          cli,
        ],
        { cwd: site.root, encoding: 'utf8' },
      );
      const lastLine = stderr.replace(
        /^The catalogues are not up to date.*\n/,
        '',
      );
      expect([stdout, lastLine]).toEqual(['', `ended with ${status}\n`]);
    },
    60_000,
  );
});
