import { canUseApt, installWithApt } from './run/apt.ts';
import { run } from './run/child.ts';

/**
 * Finds GNU gettext, which the catalogues are compared with, or installs
 * Debian's package where this process may do so.
 *
 * @param print says what it installs, or that the comparison cannot run
 */
export async function ensureGettext(
  print: (line: string) => void,
): Promise<void> {
  if ((await run('msgfmt', ['--version'])).code === 0) return;
  if (!canUseApt()) {
    print(
      'No GNU gettext here: the tests that compare catalogues with it are left out. Install the package gettext.',
    );
    return;
  }
  print('No GNU gettext here: installing the package gettext with apt-get …');
  const { code, output } = await installWithApt(['gettext']);
  if (code !== 0) print(output);
}
