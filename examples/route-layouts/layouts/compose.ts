import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Variant } from './variant';

const example = fileURLToPath(new URL('..', import.meta.url));

/** The folder in which a variant is a whole app, as a reader's project is. */
export function rootOf(name: string): string {
  return join(example, 'dist', name);
}

/**
 * Makes the app of a variant: the shared app, and each route file at its place.
 *
 * @returns its folder
 */
export function compose(name: string, variant: Variant): string {
  const root = rootOf(name);
  rmSync(join(root, 'src'), { recursive: true, force: true });
  cpSync(join(example, 'app'), root, { recursive: true });
  for (const { file, source } of Object.values(variant.files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(example, source), join(root, file));
  }
  writeFileSync(
    join(root, 'vite.config.ts'),
    "export { default } from '../../vite.config';\n",
  );
  return root;
}
