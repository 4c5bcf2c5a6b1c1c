import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Ended, run } from './child.ts';

/** Whether this process may install Debian's packages: as root, or on a machine for tests that lets it become root. */
export function canUseApt(): boolean {
  return existsSync('/usr/bin/apt-get') && becomeRoot() !== undefined;
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
  const [program, ...args] = [
    ...(becomeRoot() ?? []),
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
  ];
  const updated = await run(program, [...args, 'update']);
  const options = ['install', '--yes', '--no-install-recommends'];
  const installed = await run(program, [...args, ...options, ...packages]);
  return { ...installed, output: updated.output + installed.output };
}

/** What a command begins with, to be run by root. Nobody's own machine is changed without a question. */
function becomeRoot(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  if (process.env['CI'] === undefined) return undefined;
  const asked = spawnSync('sudo', ['--non-interactive', 'true']);
  return asked.status === 0 ? ['sudo', '--non-interactive'] : undefined;
}
