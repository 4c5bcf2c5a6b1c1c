import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that the runtime is made of, with their versions. */
export type Versions = Readonly<Record<string, string>>;

/**
 * The versions of packages in `package-lock.json`.
 *
 * @param root the repository
 * @throws when one is not in it, or another version is installed
 */
export function lockedVersions(
  root: string,
  names: readonly string[],
): Versions {
  const lock = parse(join(root, 'package-lock.json'));
  return Object.fromEntries(
    names.map((name) => {
      const entry = read(read(lock, 'packages'), `node_modules/${name}`);
      const locked = read(entry, 'version');
      if (typeof locked !== 'string') {
        throw new Error(
          `package-lock.json:1: has no "${name}"; the playground runs it. Install it.`,
        );
      }
      const manifest = join(root, 'node_modules', name, 'package.json');
      const installed = read(parse(manifest), 'version');
      if (installed !== locked) {
        throw new Error(
          `package-lock.json:1: ${name} is ${locked}; installed is ${String(installed)}. Run npm install.`,
        );
      }
      return [name, locked];
    }),
  );
}

function parse(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
