import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { nearestNames, quoted } from '../../core/nearest.ts';
import { EvidenceError } from '../problem.ts';

/** The installed versions that a lockfile states. */
export type Lockfile = ReadonlyMap<string, string>;

/**
 * Reads a lockfile.
 *
 * @param path absolute path of a package-lock.json of version 2 or 3
 * @returns the version of each installed package, by its folder, e.g. `node_modules/h3`
 * @throws EvidenceError if it is no such file
 */
export function readLockfile(path: string): Lockfile {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const packages =
    typeof json === 'object' && json !== null && 'packages' in json
      ? json.packages
      : undefined;
  if (typeof packages !== 'object' || packages === null) {
    throw new EvidenceError(
      `${basename(path)} states no packages. Make it again with: npm install`,
    );
  }
  const versions = new Map<string, string>();
  for (const [folder, entry] of Object.entries(packages)) {
    if (folder === '' || isExample(folder)) addNode(versions, entry);
    if (!isEntry(entry)) continue;
    versions.set(folder, entry.version);
  }
  return versions;
}

/** Adds the Node range of a manifest: that of the examples, or without examples that of the repository. */
function addNode(versions: Map<string, string>, root: unknown): void {
  if (typeof root !== 'object' || root === null || !('engines' in root)) return;
  const { engines } = root;
  if (typeof engines !== 'object' || engines === null) return;
  if ('node' in engines && typeof engines.node === 'string') {
    versions.set('node', engines.node);
  }
}

function isExample(folder: string): boolean {
  return /^examples\/[^/]+$/.test(folder);
}

function isEntry(entry: unknown): entry is { version: string } {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'version' in entry &&
    typeof entry.version === 'string'
  );
}

/**
 * The names of all packages that a lockfile installs.
 *
 * @param lockfile the lockfile
 * @returns the names, sorted, each once
 */
export function packagesOf(lockfile: Lockfile): string[] {
  const names = [...lockfile.keys()]
    .filter((folder) => folder.includes('node_modules/'))
    .map((folder) => folder.slice(folder.lastIndexOf('node_modules/') + 13));
  return [...new Set(names)].sort();
}

/**
 * The version of a package that the examples run with.
 *
 * @param lockfile the lockfile
 * @param name of the package, or `node`
 * @returns its version, the same in every example; for `node` the range that the examples support
 * @throws EvidenceError if it is not installed, or if two examples have different versions
 */
export function versionOf(lockfile: Lockfile, name: string): string {
  const node = name === 'node' ? lockfile.get(name) : undefined;
  if (node !== undefined) return node;
  const hoisted = lockfile.get(`node_modules/${name}`);
  const examples = [...lockfile.keys()].filter((folder) => isExample(folder));
  const found = new Map<string, string>();
  for (const example of examples) {
    const version = lockfile.get(`${example}/node_modules/${name}`) ?? hoisted;
    if (version !== undefined) found.set(version, example);
  }
  if (examples.length === 0 && hoisted !== undefined) found.set(hoisted, '');
  const [version, ...more] = found.keys();
  if (version === undefined) {
    throw new EvidenceError(
      `no package "${name}" in package-lock.json; the nearest are ${quoted(nearestNames(name, packagesOf(lockfile)))}. Name one of these.`,
    );
  }
  if (more.length > 0) {
    const each = [...found].map(([v, example]) => `${v} in ${example}`);
    throw new EvidenceError(
      `the examples do not agree on "${name}": ${each.join(', ')}. Pin one version.`,
    );
  }
  return version;
}
