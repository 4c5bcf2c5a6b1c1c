import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, test } from 'vitest';

import { printPo, readPo } from './po.ts';
import { headerField } from './provenance.ts';
import { meaning, signedCatalogue } from '../testing/signed-catalogue.ts';

// Poedit uses GNU gettext, which must not change a catalogue.
const hasGettext = spawnSync('msgfmt', ['--version']).status === 0;
// Developers may lack gettext; CI requires it.
const withGettext = hasGettext || process.env['CI'] !== undefined;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gettext-'));
afterAll(() => rmSync(folder, { recursive: true }));

function catalogues(directory: string): string[] {
  return readdirSync(join(root, directory), { recursive: true })
    .map((path) => join(directory, String(path)))
    .filter((path) => path.endsWith('.po'))
    .sort();
}

const ours = catalogues('i18n');
// One fixture is broken on purpose.
const fixtures = catalogues('src/translation/page/fixtures').filter(
  (path) => !path.includes('/broken/'),
);

test('finds catalogues', () => {
  expect(ours.length).toBeGreaterThan(20);
  expect(fixtures.length).toBeGreaterThan(5);
});

function run(tool: string, ...words: string[]): string {
  return execFileSync(tool, words, { encoding: 'utf8', cwd: folder });
}

describe.each(withGettext ? [...ours, ...fixtures] : [])('%s', (path) => {
  const source = readFileSync(join(root, path), 'utf8');

  test('passes msgfmt -c', () => {
    const { status, stderr } = spawnSync(
      'msgfmt',
      ['-c', '-o', '/dev/null', join(root, path)],
      { encoding: 'utf8' },
    );
    // Fixtures have incomplete headers.
    const complaints = fixtures.includes(path)
      ? stderr.replace(/^.*: warning: header field .*\n/gm, '')
      : stderr;
    expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
  });

  test('is unchanged by msgcat and msgmerge', () => {
    const printed = printPo(readPo(source, path));
    if (ours.includes(path)) expect(printed).toBe(source);
    writeFileSync(join(folder, 'page.po'), printed);
    expect(run('msgcat', '--no-wrap', 'page.po')).toBe(printed);
    expect(
      run('msgmerge', '-q', '--previous', '--no-wrap', 'page.po', 'page.po'),
    ).toBe(printed);
  });

  test('contains no line numbers of sources', () => {
    expect(source).not.toMatch(/^#:.*:\d/m);
  });
});

describe.runIf(withGettext)('gettext', () => {
  const before = meaning(signedCatalogue);
  const write = (): void =>
    writeFileSync(join(folder, 'signed.po'), signedCatalogue);

  test.each([
    // Editors may fold long lines.
    ['msgcat', ['--width=40', 'signed.po']],
    ['msgcat', ['--no-wrap', 'signed.po']],
    ['msgattrib', ['--no-obsolete', 'signed.po']],
    ['msgmerge', ['-q', '--previous', 'signed.po', 'signed.po']],
  ])('%s %j keeps states, previous texts and signatures', (tool, words) => {
    write();
    expect(meaning(run(tool, ...words))).toEqual(before);
  });

  test('msgattrib finds outdated messages', () => {
    write();
    const fuzzy = run('msgattrib', '--only-fuzzy', 'signed.po');
    expect(meaning(fuzzy)).toEqual([before[1]]);
  });

  test('msgmerge marks changed messages like update does, and keeps their comments', () => {
    write();
    const pot = signedCatalogue
      .replace('It sends the \\"event\\".', 'It sends one \\"event\\".')
      .replace(/^msgstr "[^"].*$/gm, 'msgstr ""');
    writeFileSync(join(folder, 'page.pot'), pot);
    const text = run('msgmerge', '-q', '--previous', 'signed.po', 'page.pot');
    expect(meaning(text)[0]).toMatchObject({
      id: 'It sends one "event".',
      fuzzy: true,
      previous: [undefined, 'It sends the "event".'],
      by: 'Ana',
    });
    expect(
      headerField(readPo(text, 'page.po').header.text, 'X-Reviewed-By'),
    ).toBe('machine');
  });
});
