import { execFile, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Finds a program, or installs its Debian package if this process may: as root, or in CI with sudo.
 *
 * @param name for example `nginx`
 * @param debianPackage the package of the program
 * @returns its path
 * @throws if it can't be found or installed, with instructions
 */
export async function ensureProgram(
  name: string,
  debianPackage: string,
): Promise<string> {
  const found = findProgram(name);
  if (found) return found;
  const become = becomeRoot();
  let output = '';
  if (become && findProgram('apt-get')) {
    console.log(`No ${name} here: installing the package ${debianPackage} …`);
    output = await install([...become], debianPackage);
  }
  const installed = findProgram(name);
  if (!installed) {
    throw new Error(
      `These tests need ${name}, which is neither in PATH nor could be installed. Install it: on Debian and Ubuntu by "apt-get install ${debianPackage}", on macOS by "brew install ${name.replace('-server', '')}".\n${output}`,
    );
  }
  return installed;
}

/** Returns the path of a program, or undefined. Servers are often outside of a user's PATH. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders, '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

async function install(
  become: string[],
  debianPackage: string,
): Promise<string> {
  // Waits for other installations.
  const apt = ['apt-get', '-o', 'DPkg::Lock::Timeout=120'];
  const options = ['install', '--yes', '--no-install-recommends'];
  // Prevents the package from starting a service.
  const env = ['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
  let output = '';
  for (const command of [['update'], [...options, debianPackage]]) {
    const [program = '', ...args] = [...become, ...env, ...apt, ...command];
    try {
      await run(program, args);
    } catch (error) {
      output += `${String(error)}\n`;
    }
  }
  return output;
}

/** Returns the prefix of a command that needs root; undefined if it isn't available. */
function becomeRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  if (process.env['CI'] === undefined) return undefined;
  const asked = spawnSync('sudo', ['--non-interactive', 'true']);
  return asked.status === 0 ? ['sudo', '--non-interactive'] : undefined;
}
