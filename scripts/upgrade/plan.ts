import { type Pin, splitRange } from './manifest.ts';
import { targetOf } from './versions.ts';

/** A package.json and what it asks for of a family. */
export interface Manifest {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly pins: readonly Pin[];
}

/** All versions of each package, by its name. */
export type Published = ReadonlyMap<string, readonly string[]>;

/** One line of a package.json that changes. */
export interface Change {
  readonly file: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** What an upgrade changes. */
export interface Plan {
  readonly changes: readonly Change[];
  /** What to know of it, a line each. */
  readonly notes: readonly string[];
}

/**
 * What changes in which package.json.
 *
 * @param manifests those that may change
 * @param published all versions of each package, by its name
 * @param wanted the version that was typed, if one was
 * @returns the changes, none for what stands at its target
 * @throws if a package has no such version
 */
export function planOf(
  manifests: readonly Manifest[],
  published: Published,
  wanted?: string,
): Plan {
  const notes = new Set<string>();
  const changes = manifests.flatMap(({ file, pins }) =>
    pins.flatMap(({ name, range }) => {
      const { prefix, version } = splitRange(range);
      const target = targetOf(name, version, published.get(name) ?? [], wanted);
      if (target.note !== undefined) notes.add(target.note);
      const to = prefix + target.version;
      return to === range ? [] : [{ file, name, from: range, to }];
    }),
  );
  return { changes, notes: [...notes] };
}

/**
 * The versions that all packages of a family have.
 *
 * @param published all versions of each package
 * @returns for each package the same versions
 */
export function commonVersions(published: Published): Published {
  const [first = [], ...others] = published.values();
  const common = first.filter((version) =>
    others.every((versions) => versions.includes(version)),
  );
  return new Map([...published.keys()].map((name) => [name, common]));
}

/**
 * A plan in words.
 *
 * @param plan what changes
 * @returns a line for each package and step, with the files in which it is
 */
export function planLines({ changes, notes }: Plan): string[] {
  const steps = new Map<string, string[]>();
  for (const { file, name, from, to } of changes) {
    const step = `${name} ${from} → ${to}`;
    steps.set(step, [...(steps.get(step) ?? []), file]);
  }
  return [
    ...[...steps].map(([step, files]) => `${step}  in ${files.join(', ')}`),
    ...notes.map((note) => `Note: ${note}`),
  ];
}
