import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Example } from '../../src/site/examples/catalogue.ts';

/** A file of an example that other examples have as well. */
export interface Copy {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Path inside the example, such as `tests/support/server.ts`. */
  readonly inside: string;
  readonly text: string;
}

const sharedFolders = ['tests/support', 'vite'];
/** Server plugins and helpers: a fix in one app belongs in all of them. */
const sharedFiles = [
  'src/app/reconnect-delay.ts',
  'src/server/plugins/heartbeat.ts',
  'src/server/plugins/websocket-limits.ts',
  'src/server/same-origin.ts',
];

/** Reads the files that examples share. */
export function readCopies(examples: readonly Example[], root = '.'): Copy[] {
  return examples.flatMap(({ folder }) => {
    const inFolders = sharedFolders
      .filter((inside) => existsSync(join(root, folder, inside)))
      .flatMap((inside) =>
        readdirSync(join(root, folder, inside))
          .filter((name) => name.endsWith('.ts'))
          .map((name) => join(inside, name)),
      );
    return [...inFolders, ...sharedFiles]
      .filter((inside) => existsSync(join(root, folder, inside)))
      .map((inside) => ({
        file: join(folder, inside),
        inside,
        text: readFileSync(join(root, folder, inside), 'utf8'),
      }));
  });
}

/**
 * Compares the copies of each shared file. Every example is complete on its own, so shared files are copied, and copies have to be equal.
 *
 * @returns a problem for each copy that differs from the first one
 */
export function differingCopies(copies: readonly Copy[]): string[] {
  const originals = new Map<string, Copy>();
  return copies.flatMap((copy) => {
    const original = originals.get(copy.inside);
    if (!original) {
      originals.set(copy.inside, copy);
      return [];
    }
    const line = firstDifference(original.text, copy.text);
    return line === undefined
      ? []
      : [
          `${copy.file}:${line}: differs from ${original.file}; examples share this file as equal copies; change both, or rename one.`,
        ];
  });
}

/** Reports packages of which two examples use different versions. */
export function differingVersions(examples: readonly Example[]): string[] {
  const first = new Map<string, { example: Example; version: string }>();
  return examples.flatMap((example) =>
    Object.entries(example.dependencies).flatMap(([name, version]) => {
      const other = first.get(name);
      if (!other) {
        first.set(name, { example, version });
        return [];
      }
      return other.version === version
        ? []
        : [
            `${example.folder}/package.json:1: ${name} is ${version}; ${other.example.name} has ${other.version}; use one version in all examples.`,
          ];
    }),
  );
}

function firstDifference(a: string, b: string): number | undefined {
  if (a === b) return undefined;
  const lines = b.split('\n');
  const index = a.split('\n').findIndex((line, at) => line !== lines[at]);
  return index === -1 ? lines.length : index + 1;
}
