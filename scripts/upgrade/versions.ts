/** The version that a package goes to. */
export interface Target {
  readonly version: string;
  /** Where it is not the version asked for, or where there is a newer one: what to know. */
  readonly note?: string;
}

/**
 * The version to go to.
 *
 * @param name the package
 * @param from the version that is asked for now, without `^` or `~`
 * @param published all its versions, in any order
 * @param wanted the version that was typed; without one, the newest that promises to be compatible
 * @returns the version; of a package that has not the wanted one, the newest before it
 * @throws if the package has neither the wanted version nor one before it
 */
export function targetOf(
  name: string,
  from: string,
  published: readonly string[],
  wanted?: string,
): Target {
  if (wanted !== undefined && published.includes(wanted)) {
    return { version: wanted };
  }
  const releases = published.filter(isRelease).sort(compareVersions);
  if (wanted !== undefined) {
    const before = releases
      .filter((one) => compareVersions(one, wanted) < 0)
      .filter((one) => generation(one) === generation(wanted))
      .at(-1);
    if (before === undefined) {
      throw new Error(
        `${name} has no version ${wanted}; the newest are ${releases.slice(-5).join(', ')}. Name one of these.`,
      );
    }
    return {
      version: before,
      note: `${name} has no ${wanted}; ${before} is the newest before it.`,
    };
  }
  const version =
    releases.filter((one) => generation(one) === generation(from)).at(-1) ??
    from;
  const newest = releases.at(-1) ?? version;
  return compareVersions(newest, version) > 0
    ? {
        version,
        note: `${name} ${newest} is out, and promises no compatibility with ${from}; name it to go there.`,
      }
    : { version };
}

/**
 * Which of two versions comes first.
 *
 * @returns less than 0 if the first does; a version before its release, such as `2.0.0-rc.1`, counts as the release
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (const [at, number] of left.entries()) {
    const difference = number - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isRelease(version: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(version);
}

/** What changes when a package breaks its promise: the first number that is not 0. */
function generation(version: string): string {
  const [major = 0, minor = 0] = numbersOf(version);
  return major > 0 ? String(major) : `0.${minor}`;
}

function numbersOf(version: string): number[] {
  return (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
}
