import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Ended, run } from './child.ts';

/** Whether this process may install Debian packages: as root, or with sudo in continuous integration. */
export function canUseApt(): boolean {
  return existsSync('/usr/bin/apt-get') && sudo() !== undefined;
}

/** Installs Debian packages, and returns the output of apt-get. */
export async function installWithApt(
  packages: readonly string[],
): Promise<Ended> {
  const [program, ...args] = [
    ...(sudo() ?? []),
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
  ];
  const updated = await run(program, [...args, 'update']);
  const options = ['install', '--yes', '--no-install-recommends'];
  const installed = await run(program, [...args, ...options, ...packages]);
  return { ...installed, output: updated.output + installed.output };
}

/** Returns the prefix of a command that needs root. Outside of CI, it never uses sudo: a test run doesn't change a personal machine. */
function sudo(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  if (process.env['CI'] === undefined) return undefined;
  const result = spawnSync('sudo', ['--non-interactive', 'true']);
  return result.status === 0 ? ['sudo', '--non-interactive'] : undefined;
}

/** Installs GNU gettext and the Translate Toolkit, with which Poedit and Weblate read and write catalogues, unless they are installed. */
export async function ensureGettext(
  print: (line: string) => void,
): Promise<void> {
  const found = await Promise.all([
    run('msgfmt', ['--version']),
    run('/usr/bin/python3', ['-c', 'import translate']),
  ]);
  if (found.every(({ code }) => code === 0)) return;
  const packages = ['gettext', 'python3-translate'];
  if (!canUseApt()) {
    print(
      `The tests that compare catalogues with the output of Poedit and Weblate are skipped. Install the packages ${packages.join(' and ')}.`,
    );
    return;
  }
  print(`Installing the packages ${packages.join(' and ')} with apt-get …`);
  const { code, output } = await installWithApt(packages);
  if (code !== 0) print(output);
}
