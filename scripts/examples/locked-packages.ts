import type { Example } from './catalogue.ts';

/**
 * The packages that an example asks for, with the versions that its tests run with.
 *
 * @param example the example
 * @param locked the version of each installed package, by its folder, from the lockfile
 * @returns names and versions, sorted by name
 * @throws when one is not in the lockfile
 */
export function lockedPackages(
  { name, folder, dependencies }: Example,
  locked: ReadonlyMap<string, string>,
): (readonly [name: string, version: string])[] {
  return Object.keys(dependencies)
    .sort()
    .map((dependency) => {
      const version =
        locked.get(`examples/${name}/node_modules/${dependency}`) ??
        locked.get(`node_modules/${dependency}`);
      if (version === undefined) {
        throw new Error(
          `${folder}/package.json:1: ${dependency} is not in package-lock.json; run: npm install`,
        );
      }
      return [dependency, version];
    });
}
