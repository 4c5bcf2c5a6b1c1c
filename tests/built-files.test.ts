import { expect, it } from 'vitest';
import { builtFiles } from './support/built-page.ts';

// Docusaurus writes options of plugins into its scripts, with the paths that are in them.
it('no file that is published names a folder of the machine', () => {
  const files = builtFiles(/\.(?:css|html|js|json|md|svg|txt|xml)$/);
  expect(files.length).toBeGreaterThan(300);
  const names = files
    .filter(({ text }) => text.includes(process.cwd()))
    .map(({ file }) => file);
  expect(names).toEqual([]);
});
