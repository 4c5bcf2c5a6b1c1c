import {
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'stamp-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process of its own, as far as this file goes. */
async function stampOfAnotherProcess() {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, Symbol.for('interface stamps'));
  const { interfaceStamp } = await import('./interface-stamp.ts');
  return interfaceStamp;
}

test('changes when a process begins with other texts, and only then', async () => {
  const first = await stampOfAnotherProcess();
  const file = first(folder, 'de', { guide: 'Leitfaden' });
  const old = new Date(1000);
  utimesSync(file, old, old);

  // A reload of the site in the same process.
  first(folder, 'de', { guide: 'Buch' });
  expect(statSync(file).mtime).toEqual(old);
  const same = await stampOfAnotherProcess();
  expect(same(folder, 'de', { guide: 'Leitfaden' })).toBe(file);
  expect(statSync(file).mtime).toEqual(old);

  const other = await stampOfAnotherProcess();
  other(folder, 'de', { guide: 'Buch' });
  expect(readFileSync(file, 'utf8')).toContain('Buch');
  expect(statSync(file).mtime).not.toEqual(old);
});
