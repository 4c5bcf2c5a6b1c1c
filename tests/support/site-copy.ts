import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Not needed, or large and only read. */
const left = new Set(['.git', '.docusaurus', 'build', 'tests']);
const linked = new Set(['node_modules', 'examples']);

/**
 * Copies the sources of the site, so that a test may change them.
 *
 * @returns the folder, and what deletes it
 */
export async function copySite() {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  const names = (await readdir('.')).filter((name) => !left.has(name));
  await Promise.all(
    names.map((name) =>
      linked.has(name)
        ? symlink(resolve(name), join(folder, name))
        : cp(name, join(folder, name), { recursive: true }),
    ),
  );
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
