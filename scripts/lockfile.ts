import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run/child.ts';

/** The entries of a lockfile, by folder. */
type Entries = Readonly<
  Record<
    string,
    {
      readonly version?: string;
      readonly optionalDependencies?: Readonly<Record<string, string>>;
    }
  >
>;

/**
 * Compares the lockfile with the one that `npm install` would write, offline and without changing a file.
 *
 * @param folders all workspaces
 * @returns a problem for each entry that would change
 */
export async function lockfileProblems(
  folders: readonly string[],
  root = '.',
): Promise<string[]> {
  const copy = await mkdtemp(join(tmpdir(), 'lockfile-'));
  try {
    const manifests = ['.', ...folders].map((one) => join(one, 'package.json'));
    for (const file of [...manifests, 'package-lock.json']) {
      await cp(join(root, file), join(copy, file));
    }
    const { code, output } = await run(
      'npm',
      [
        ...['install', '--package-lock-only', '--offline', '--ignore-scripts'],
        ...['--no-audit', '--no-fund', '--loglevel=error'],
      ],
      { cwd: copy },
    );
    if (code !== 0) {
      // Offline, npm can't resolve a dependency that the lockfile doesn't contain.
      return [
        `package-lock.json:1: doesn't contain every dependency in package.json; run: npm install\n${output.trim()}`,
      ];
    }
    const [now, written] = await Promise.all(
      [root, copy].map(async (folder) =>
        readEntries(join(folder, 'package-lock.json')),
      ),
    );
    return [
      ...differingEntries(now ?? {}, written ?? {}),
      ...missingPlatforms(now ?? {}),
    ];
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/**
 * Compares the installed versions of two lockfiles, ignoring details such as `libc` that only some versions of npm write.
 *
 * @param written the entries that npm would write
 * @returns a problem for each difference
 */
export function differingEntries(now: Entries, written: Entries): string[] {
  const folders = new Set([...Object.keys(now), ...Object.keys(written)]);
  return [...folders].flatMap((folder) => {
    const [before, after] = [now[folder], written[folder]];
    if (!folder.includes('node_modules/')) {
      return JSON.stringify(before) === JSON.stringify(after)
        ? []
        : [
            `package-lock.json:1: differs from ${join(folder, 'package.json')}; run: npm install`,
          ];
    }
    return before?.version === after?.version
      ? []
      : [
          `package-lock.json:1: npm install would change ${folder} from ${before?.version ?? 'nothing'} to ${after?.version ?? 'nothing'}; run: npm install`,
        ];
  });
}

/**
 * Finds optional binaries for other platforms that the lockfile lacks, because the registry of `npm install` didn't have them.
 * On these platforms `npm ci` or the package would fail.
 */
export function missingPlatforms(entries: Entries): string[] {
  const folders = Object.keys(entries);
  return Object.entries(entries).flatMap(
    ([folder, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(
          ([name]) =>
            !folders.some((one) => one.endsWith(`node_modules/${name}`)),
        )
        .map(
          ([name, version]) =>
            `package-lock.json:1: lacks ${name}@${version}, an optional dependency of ${folder}; add an entry with its version, os and cpu.`,
        ),
  );
}

async function readEntries(file: string): Promise<Entries> {
  const lockfile = JSON.parse(await readFile(file, 'utf8')) as {
    packages: Entries;
  };
  return lockfile.packages;
}
