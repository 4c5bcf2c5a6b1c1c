import { type Example } from './catalogue.ts';

/** A file that several examples hold a copy of. */
export interface Copy {
  /** Its path from the root of the repository. */
  readonly file: string;
  /** Its path inside the example, for example `tests/support/server.ts`. */
  readonly inside: string;
  readonly text: string;
}

/**
 * Finds copies that have grown apart. Each example stands alone, so what they
 * share is copied, and a copy must be equal to the character.
 *
 * @returns a line for each copy that differs from the first of its name
 */
export function differingCopies(copies: readonly Copy[]): string[] {
  const first = new Map<string, Copy>();
  return copies.flatMap((copy) => {
    const original = first.get(copy.inside);
    if (!original) {
      first.set(copy.inside, copy);
      return [];
    }
    const line = firstDifference(original.text, copy.text);
    return line === undefined
      ? []
      : [
          `${copy.file}:${line}: differs from ${original.file}; examples share this file as equal copies; change both, or give one another name.`,
        ];
  });
}

/**
 * Finds packages that two examples want in different versions.
 *
 * @returns a line for each disagreement
 */
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
