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

/**
 * What all cards depend on besides their words: the code of this room, and what is given to it.
 *
 * @param given anything that JSON can say
 * @returns a hash
 */
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
 * Gives what was made before from the same, or makes it and keeps it.
 *
 * @param folder where it is kept; it may be deleted at any time
 * @param from what it is made from: anything that JSON can say
 * @param make makes it
 */
export function kept(
  folder: string,
  from: unknown,
  make: () => Uint8Array,
): Uint8Array {
  const name = createHash('sha256').update(JSON.stringify(from)).digest('hex');
  const file = join(folder, `${name.slice(0, 32)}.png`);
  if (existsSync(file)) return readFileSync(file);
  const made = make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made);
  return made;
}
