import { expect, test } from 'vitest';
import { packagesOf, versionOf } from './version.ts';

const lockfile = new Map([
  ['', '1.0.0'],
  ['node', '>=20'],
  ['examples/chat', '1.0.0'],
  ['examples/chat/node_modules/h3', '1.15.11'],
  ['examples/notes', '1.0.0'],
  ['examples/notes/node_modules/h3', '1.15.11'],
  ['node_modules/h3', '2.0.0'],
  ['node_modules/a/node_modules/@b/c', '3.0.0'],
]);

test('a version is that of the examples, not of the tools around them', () => {
  expect(versionOf(lockfile, 'h3')).toBe('1.15.11');
});

test('the version of Node is the range in which the repository runs', () => {
  expect(versionOf(lockfile, 'node')).toBe('>=20');
});

test('an installed package that no example can reach has no version', () => {
  expect(() => versionOf(lockfile, '@b/c')).toThrow(
    'no package "@b/c" in package-lock.json',
  );
});

test('packages are named once, wherever they are installed', () => {
  expect(packagesOf(lockfile)).toEqual(['@b/c', 'h3']);
});
