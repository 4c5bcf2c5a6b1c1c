import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Copy } from './agreement.ts';
import { type Example } from './catalogue.ts';

// Files that stand in several examples, each of which has to stand alone.
const shared = ['tests/support', 'vite'];
// Of what an app is made, these: a guard that is corrected in one app is wrong in the others.
const sharedFiles = [
  'src/app/reconnect-delay.ts',
  'src/server/plugins/heartbeat.ts',
  'src/server/plugins/websocket-limits.ts',
  'src/server/same-origin.ts',
];

/** Reads every file of the shared folders of the examples, and the files that they share. */
export function readCopies(examples: readonly Example[], root = '.'): Copy[] {
  const folders = examples.flatMap(({ folder }) =>
    shared.map((inside) => ({ folder, inside })),
  );
  const found = folders.flatMap(({ folder, inside }) => {
    const path = join(root, folder, inside);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ folder, inside: join(inside, name) }));
  });
  const files = examples.flatMap(({ folder }) =>
    sharedFiles
      .filter((inside) => existsSync(join(root, folder, inside)))
      .map((inside) => ({ folder, inside })),
  );
  return [...found, ...files].map(({ folder, inside }) => ({
    file: join(folder, inside),
    inside,
    text: readFileSync(join(root, folder, inside), 'utf8'),
  }));
}
