import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Lists the texts for contributors: those of the repository and the READMEs of its folders. */
export function readmes(root: string): string[] {
  const parents = ['src', 'scripts', 'examples'].filter((parent) =>
    existsSync(join(root, parent)),
  );
  const folders = parents.flatMap((parent) => [
    parent,
    ...readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(parent, name)),
  ]);
  return [
    'README.md',
    'CONTRIBUTING.md',
    '.github/PULL_REQUEST_TEMPLATE.md',
    ...folders.map((folder) => join(folder, 'README.md')),
  ].filter((file) => existsSync(join(root, file)));
}
