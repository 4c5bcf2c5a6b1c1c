import { cpus } from 'node:os';
import { readLockfile, versionOf } from '../../../src/evidence/version.ts';

/** Packages whose versions the figures depend on. */
export const measuredPackages = [
  'ws',
  'crossws',
  'h3',
  'nitropack',
  '@analogjs/platform',
] as const;

/** Where figures come from: they are facts of one machine on one day. */
export interface RecordedOn {
  /** The version of Node. */
  readonly node: string;
  readonly system: string;
  readonly processors: number;
  /** By package. */
  readonly packages: Readonly<Record<string, string>>;
}

/**
 * This machine, and what is installed on it.
 *
 * @param lockfile absolute path of package-lock.json
 */
export function recordedOn(lockfile: string): RecordedOn {
  const installed = readLockfile(lockfile);
  return {
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    processors: cpus().length,
    packages: Object.fromEntries(
      measuredPackages.map((name) => [name, versionOf(installed, name)]),
    ),
  };
}
