import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package name and the version that a package asks for. */
export type Dependencies = Readonly<Record<string, string>>;

/** One app under `examples/`. */
export interface Example {
  /** The name of its folder. */
  readonly name: string;
  /** Its folder, from the root of the repository. */
  readonly folder: string;
  /** What it shows, from its package.json. */
  readonly description: string;
  /** Its npm scripts. */
  readonly scripts: Readonly<Record<string, string>>;
  /** All its dependencies, those for development too. */
  readonly dependencies: Dependencies;
}

/**
 * Every example, by name, from its package.json.
 *
 * @param root the repository
 * @throws when a package.json lacks a description
 */
export function listExamples(root = '.'): Example[] {
  return (
    readdirSync(join(root, 'examples'), { withFileTypes: true })
      // Without a package.json a folder is only what a tool has left behind.
      .filter(({ name }) =>
        existsSync(join(root, 'examples', name, 'package.json')),
      )
      .map(({ name }) => {
        const folder = join('examples', name);
        const file = join(folder, 'package.json');
        const content: unknown = JSON.parse(
          readFileSync(join(root, file), 'utf8'),
        );
        const description = read(content, 'description');
        if (typeof description !== 'string') {
          throw new Error(
            `${file}:1: no "description"; one line of what the example shows is listed by "npm run example"; add it.`,
          );
        }
        return {
          name,
          folder,
          description,
          scripts: strings(read(content, 'scripts')),
          dependencies: {
            ...strings(read(content, 'dependencies')),
            ...strings(read(content, 'devDependencies')),
          },
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name))
  );
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}

function strings(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
