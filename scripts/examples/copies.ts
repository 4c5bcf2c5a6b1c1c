import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Copy } from './agreement.ts';
import { type Example } from './catalogue.ts';

// Files that stand in several examples, each of which has to stand alone.
const shared = ['tests/support', 'vite'];

/** Reads every file of the shared folders of the examples. */
export function readCopies(examples: readonly Example[], root = '.'): Copy[] {
  const folders = examples.flatMap(({ folder }) =>
    shared.map((inside) => ({ folder, inside })),
  );
  return folders.flatMap(({ folder, inside }) => {
    const path = join(folder, inside);
    if (!existsSync(join(root, path))) return [];
    return readdirSync(join(root, path))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({
        file: join(path, name),
        inside: join(inside, name),
        text: readFileSync(join(root, path, name), 'utf8'),
      }));
  });
}
