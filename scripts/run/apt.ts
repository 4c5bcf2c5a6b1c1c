import { existsSync } from 'node:fs';
import { type Ended, run } from './child.ts';

/** Whether this process may install Debian's packages. */
export function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs packages of Debian.
 *
 * @param packages their names
 * @returns how it ended, with all that apt-get printed
 */
export async function installWithApt(
  packages: readonly string[],
): Promise<Ended> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const updated = await run('apt-get', ['update'], { env });
  const args = ['install', '--yes', '--no-install-recommends', ...packages];
  const installed = await run('apt-get', args, { env });
  return { ...installed, output: updated.output + installed.output };
}
