import { expect, it } from 'vitest';
import { commonVersions, planLines, planOf } from './plan.ts';

const published = new Map([
  ['@angular/core', ['22.2.0', '22.2.1', '22.2.6']],
  ['@angular/build', ['22.2.0', '22.2.1']],
]);
const manifests = [
  {
    file: 'examples/chat/package.json',
    pins: [
      { name: '@angular/core', range: '22.2.0' },
      { name: '@angular/build', range: '22.2.1' },
    ],
  },
  {
    file: 'package.json',
    pins: [{ name: '@angular/core', range: '^22.2.0' }],
  },
];

it('raises what is not at its target, and keeps what stands before a version', () => {
  const { changes } = planOf(manifests, commonVersions(published));
  expect(changes).toEqual([
    {
      file: 'examples/chat/package.json',
      name: '@angular/core',
      from: '22.2.0',
      to: '22.2.1',
    },
    {
      file: 'package.json',
      name: '@angular/core',
      from: '^22.2.0',
      to: '^22.2.1',
    },
  ]);
});

it('takes the newest of each package where they need not be the same', () => {
  const { changes } = planOf(manifests, published);
  expect(changes.map(({ to }) => to)).toEqual(['22.2.6', '^22.2.6']);
});

it('says each step once, with its files', () => {
  const to = { name: 'h3', from: '1.0.0', to: '1.1.0' };
  const lines = planLines({
    changes: [
      { file: 'a/package.json', ...to },
      { file: 'b/package.json', ...to },
    ],
    notes: ['h3 2.0.0 is out.'],
  });
  expect(lines).toEqual([
    'h3 1.0.0 → 1.1.0  in a/package.json, b/package.json',
    'Note: h3 2.0.0 is out.',
  ]);
});
