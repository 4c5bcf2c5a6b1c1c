import { cpus } from 'node:os';
import {
  readLockfile,
  versionOf,
} from '../../../src/evidence/record/version.ts';

/** Packages that affect the figures. */
const measuredPackages = [
  'ws',
  'crossws',
  'h3',
  'nitropack',
  '@analogjs/platform',
] as const;

/** Environment of recorded figures. */
export interface RecordedOn {
  /** Node version. */
  readonly node: string;
  readonly system: string;
  readonly processors: number;
  /** Versions by package. */
  readonly packages: Readonly<Record<string, string>>;
}

/**
 * Describes this machine and its installed versions.
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
