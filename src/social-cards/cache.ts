import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Hashes everything that all cards depend on: the code of this package, and the given JSON value. */
export function designOf(given: unknown): string {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const hash = createHash('sha256').update(JSON.stringify(given));
  for (const name of readdirSync(folder).sort()) {
    if (/(?<!\.test)\.ts$/.test(name))
      hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/**
 * Reads a file from the cache, or creates it.
 *
 * @param from everything that the file depends on, as a JSON value
 */
export function cached(
  folder: string,
  from: unknown,
  make: () => Uint8Array,
): Uint8Array {
  const name = createHash('sha256').update(JSON.stringify(from)).digest('hex');
  const file = join(folder, `${name.slice(0, 32)}.png`);
  if (existsSync(file)) return readFileSync(file);
  const created = make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, created);
  return created;
}
