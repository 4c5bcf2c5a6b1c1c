import { canUseApt, installWithApt } from './run/apt.ts';
import { run } from './run/child.ts';

/**
 * Finds GNU gettext and the translate toolkit, by which Poedit and Weblate read
 * and write catalogues, or installs Debian's packages where this process may do so.
 *
 * @param print says what it installs, or that the comparison cannot run
 */
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
      `The tests that compare catalogues with what Poedit and Weblate make of them are left out. Install the packages ${packages.join(' and ')}.`,
    );
    return;
  }
  print(`Installing the packages ${packages.join(' and ')} with apt-get …`);
  const { code, output } = await installWithApt(packages);
  if (code !== 0) print(output);
}
