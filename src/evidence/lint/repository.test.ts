import { join } from 'node:path';
import { expect, test } from 'vitest';
import { proves, readRepository } from './repository.ts';

const source = readRepository(join(import.meta.dirname, '../fixtures/filled'));

test('what proves a name is source, not prose, evidence or a unit test', () => {
  expect(source.texts.map(({ path }) => path).sort()).toEqual([
    'examples/chat/package.json',
    'examples/chat/src/chat.ts',
    'src/own.ts',
  ]);
});

test('a file of an app is named from the repository and from inside the app', () => {
  expect(source.paths).toContain('examples/chat/src/chat.ts');
  expect(source.paths).toContain('src/chat.ts');
  expect(source.paths).toContain('chat');
});

test('packages and scripts are those that there are', () => {
  expect(source.packages).toEqual(['@analogjs/platform', 'h3']);
  expect(source.scripts).toEqual(['dev']);
});

test.each([
  ['examples/chat/tests/chat.test.ts', true],
  ['examples/chat/evidence/chat.json', false],
  ['examples/chat/README.md', false],
  ['scripts/start.ts', true],
  ['src/evidence/fact.ts', true],
  ['src/evidence/fact.test.ts', false],
  ['docusaurus.config.ts', true],
  ['.ci/run', true],
  ['docs/index.mdx', false],
  ['i18n/de/interface.po', false],
  ['package-lock.json', false],
])('%s proves a name: %s', (path, expected) => {
  expect(proves(path)).toBe(expected);
});
