import type { Commit } from './history.ts';

/** Which versions are looked for, and where. */
export interface VersionSources {
  /** Path of the lockfile in the repository. */
  readonly lockfile: string;
  /** What readers call packages, by their names. */
  readonly packages: Readonly<Record<string, string>>;
  /** The text of an object. */
  readonly textOf: (object: string) => string;
}

/**
 * The versions of the packages at each commit.
 *
 * @param commits the newest first
 * @param sources which versions, and where they are
 * @returns for each commit the versions by what readers call the packages; none before the first lockfile
 */
export function lockfilesAt(
  commits: readonly Commit[],
  { lockfile, packages, textOf }: VersionSources,
): ReadonlyMap<string, string>[] {
  const read = new Map<string, ReadonlyMap<string, string>>();
  let now: ReadonlyMap<string, string> = new Map();
  return commits
    .toReversed()
    .map(({ changes }) => {
      const object = changes.find(({ path }) => path === lockfile)?.after;
      if (object !== undefined) {
        now = read.get(object) ?? versionsOf(textOf(object), packages);
        read.set(object, now);
      }
      return now;
    })
    .toReversed();
}

function versionsOf(
  text: string,
  packages: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const [name, called] of Object.entries(packages)) {
    // A lockfile is long, and of each only some lines are asked for.
    const at = text.indexOf(`"node_modules/${name}": {`);
    const version =
      at < 0 ? null : /"version": "([^"]+)"/.exec(text.slice(at, at + 300));
    if (version?.[1] !== undefined) versions.set(called, version[1]);
  }
  return versions;
}

/**
 * Says versions.
 *
 * @param versions of packages, by what readers call them
 */
export function versionsIn(
  versions: readonly (readonly [name: string, version: string])[],
): string {
  return versions.map(([name, version]) => `${name} ${version}`).join(', ');
}
