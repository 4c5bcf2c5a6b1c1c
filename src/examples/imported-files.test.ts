import { expect, it } from 'vitest';
import { importedFiles } from './imported-files.ts';

const files = [
  { path: 'src/chat.ts', text: `import { limit } from './shared/limits';` },
  { path: 'src/page.ts', text: `const one = await import('./chat.ts');` },
  {
    path: 'src/shared/limits.ts',
    text: `import type { Size } from '.';\nexport * from 'h3';`,
  },
  { path: 'src/shared/index.ts', text: 'export type Size = number;' },
  { path: 'src/unused.ts', text: '' },
];
const pathsFor = (...snippets: Parameters<typeof importedFiles>[1]) =>
  importedFiles(files, snippets).map(({ path }) => path);

it('lists what a file imports, directly or through others', () => {
  expect(pathsFor({ path: 'src/page.ts', whole: true })).toEqual([
    'src/chat.ts',
    'src/shared/limits.ts',
    'src/shared/index.ts',
  ]);
});

it('lists a file of which a part is shown, and none that is shown whole', () => {
  expect(
    pathsFor(
      { path: 'src/chat.ts', whole: false },
      { path: 'src/shared/limits.ts', whole: true },
    ),
  ).toEqual(['src/chat.ts', 'src/shared/index.ts']);
});

it('ignores files that the app lacks', () => {
  expect(pathsFor({ path: 'src/nowhere.ts', whole: true })).toEqual([]);
});
