import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { property } from '../../core/property.ts';

/** An app in `examples/`, from its package.json. */
export interface Example {
  readonly name: string;
  /** Path from the root of the repository. */
  readonly folder: string;
  readonly description: string;
  readonly scripts: Readonly<Record<string, string>>;
  /** Including development dependencies. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Lists all examples by name.
 *
 * @throws if a package.json has no description
 */
export function listExamples(root = '.'): Example[] {
  return (
    readdirSync(join(root, 'examples'), { withFileTypes: true })
      // Folders without a package.json are leftovers of tools.
      .filter(({ name }) =>
        existsSync(join(root, 'examples', name, 'package.json')),
      )
      .map(({ name }) => {
        const folder = join('examples', name);
        const file = join(folder, 'package.json');
        const content: unknown = JSON.parse(
          readFileSync(join(root, file), 'utf8'),
        );
        const description = property(content, 'description');
        if (typeof description !== 'string') {
          throw new Error(
            `${file}:1: no "description", which npm run example lists; add one line about what the example shows.`,
          );
        }
        return {
          name,
          folder,
          description,
          scripts: strings(property(content, 'scripts')),
          dependencies: {
            ...strings(property(content, 'dependencies')),
            ...strings(property(content, 'devDependencies')),
          },
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name))
  );
}

/**
 * Returns the names and locked versions of an example's dependencies.
 *
 * @param locked versions by folder, from the lockfile
 * @throws if the lockfile lacks one
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

function strings(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
