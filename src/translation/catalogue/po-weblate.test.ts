import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { readPo } from './po.ts';
import { headerField } from './provenance.ts';
import { meaning, signedCatalogue } from '../testing/signed-catalogue.ts';

// Weblate uses the translate toolkit, which Debian packages for its own Python.
const python = '/usr/bin/python3';
const hasToolkit = spawnSync(python, ['-c', 'import translate']).status === 0;
// Developers may lack the toolkit; CI requires it.
const withToolkit = hasToolkit || process.env['CI'] !== undefined;

const root = fileURLToPath(new URL('../../../i18n', import.meta.url));

/** Reads and writes files, and prints those that change. */
const rewritten = `
import sys
from translate.storage import pypo
for path in sys.argv[1:]:
    text = open(path, 'rb').read()
    store = pypo.pofile.parsestring(text)
    store.wrapper.width = -1
    if bytes(store) != text: print(path)
`;

/** Reads a catalogue from stdin, changes some translations, and writes it; -1 is Weblate's "no line wrapping". */
const edit = `
import json, sys
from translate.storage import pypo
width, targets = json.loads(sys.argv[1])
store = pypo.pofile.parsestring(sys.stdin.buffer.read())
store.wrapper.width = width
for source, target in targets.items():
    unit = store.findunit(source)
    unit.target = target
    unit.markfuzzy(False)
sys.stdout.buffer.write(bytes(store))
`;

function runPython(script: string, words: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(
    python,
    ['-c', script, ...words],
    { input, encoding: 'utf8', cwd: root },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

function edited(
  text: string,
  width: number,
  targets: Readonly<Record<string, string>> = {},
): string {
  return runPython(edit, [JSON.stringify([width, targets])], text);
}

describe.runIf(withToolkit)('Weblate', () => {
  test('keeps every catalogue unchanged', () => {
    const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.po'))
      .sort();
    expect(paths.length).toBeGreaterThan(20);
    expect(runPython(rewritten, paths)).toBe('');
  });

  test.each([-1, 77])(
    'keeps states, previous texts and signatures, folded at %i',
    (width) => {
      expect(meaning(edited(signedCatalogue, width))).toEqual(
        meaning(signedCatalogue),
      );
    },
  );

  test('makes an outdated message current and changes nothing else', () => {
    const text = edited(signedCatalogue, -1, { 'New title': 'Neuer Titel' });
    const [first, second, third] = meaning(signedCatalogue);
    expect(meaning(text)).toEqual([
      first,
      {
        ...second,
        text: 'Neuer Titel',
        fuzzy: false,
      },
      third,
    ]);
    expect(
      headerField(readPo(text, 'page.po').header.text, 'X-Translated-By'),
    ).toBe('machine');
  });
});
