import { describe, expect, it } from 'vitest';
import { differingEntries, missingPlatforms } from './lockfile.ts';

const lockfile = {
  '': { version: '1.0.0', engines: { node: '>=20' } },
  'examples/chat': { version: '1.0.0', dependencies: { h3: '1.15.11' } },
  'node_modules/h3': { version: '1.15.11' },
};

describe('differingEntries', () => {
  it('accepts details that only another npm writes', () => {
    const written = {
      ...lockfile,
      'node_modules/h3': { version: '1.15.11', libc: ['glibc'] },
    };
    expect(differingEntries(lockfile, written)).toEqual([]);
  });

  it('names packages that would be added, removed or updated, and manifests that changed', () => {
    const written = {
      '': { version: '1.0.0', engines: { node: '>=22' } },
      'node_modules/h3': { version: '1.15.12' },
      'node_modules/ws': { version: '8.23.0' },
    };
    expect(differingEntries(lockfile, written)).toEqual([
      'package-lock.json:1: differs from package.json; run: npm install',
      'package-lock.json:1: differs from examples/chat/package.json; run: npm install',
      'package-lock.json:1: npm install would change node_modules/h3 from 1.15.11 to 1.15.12; run: npm install',
      'package-lock.json:1: npm install would change node_modules/ws from nothing to 8.23.0; run: npm install',
    ]);
  });
});

describe('missingPlatforms', () => {
  it('names optional packages without an entry', () => {
    const optionalDependencies = { '@swc/a': '1.0.0', '@swc/b': '1.0.0' };
    expect(
      missingPlatforms({
        'node_modules/@swc/html': { version: '1.0.0', optionalDependencies },
        'node_modules/@swc/a': { version: '1.0.0' },
      }),
    ).toEqual([
      'package-lock.json:1: lacks @swc/b@1.0.0, an optional dependency of node_modules/@swc/html; add an entry with its version, os and cpu.',
    ]);
  });
});
