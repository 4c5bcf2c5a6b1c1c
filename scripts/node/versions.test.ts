import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import semver from 'semver';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  angularNodeRange,
  nodeMajors,
  recommendedNode,
  supports,
  testedNodes,
} from './versions.ts';

describe('the tested Node versions', () => {
  it.each(nodeMajors)(
    'has a Node %i that the installed Angular supports',
    (major) => {
      expect(semver.major(testedNodes[major])).toBe(major);
      expect(supports(testedNodes[major], angularNodeRange())).toBe(true);
    },
  );

  it('has one for each major version that Angular names', () => {
    const named = [...angularNodeRange().matchAll(/(\d+)\.\d+\.\d+/g)];
    expect(named.map(([, major]) => Number(major))).toEqual(nodeMajors);
    expect(nodeMajors).toContain(recommendedNode);
  });
});

describe('angularNodeRange', () => {
  it('rejects an Angular that states no range', () => {
    const root = mkdtempSync(join(tmpdir(), 'angular-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const folder = join(root, 'node_modules/@angular/core');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"engines": {}}');
    expect(() => angularNodeRange(root)).toThrow(
      /core\/package\.json:1: no Node range in "engines"/,
    );
  });
});

it.each([
  ['v20.20.2', false],
  ['22.22.2', false],
  ['v22.22.3', true],
  ['23.11.0', false],
  ['24.22.3', true],
  ['25.9.0', false],
  ['26.0.0', true],
])('Angular 22.2 and Node %s: %s', (version, supported) => {
  const range = '^22.22.3 || ^24.15.0 || >=26.0.0';
  expect(supports(version, range)).toBe(supported);
});
