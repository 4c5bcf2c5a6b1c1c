import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run/child.ts';
import { type SiteSettings } from '../../src/site/config/settings.ts';

/** The inputs of a build: the whole checkout without the site's tests. Pages show tests of examples. */
const inputs = [
  '.',
  ':(exclude)tests',
  ':(exclude,glob)src/**/*.test.ts',
  ':(exclude,glob)scripts/**/*.test.ts',
];

/** Files whose commit dates are in the feed and on pages. */
const dated = ['docs', 'examples', 'i18n', 'package-lock.json'];

/**
 * Hashes the inputs of a build: the settings, the Node version, whose ICU data format numbers, all files that git doesn't
 * ignore, and the last commit of dated files.
 *
 * @param root absolute path of the checkout
 * @returns undefined outside a git checkout
 */
export async function fingerprint(
  settings: SiteSettings,
  root = process.cwd(),
): Promise<string | undefined> {
  const listed = await run(
    'git',
    ['ls-files', '-z', '-co', '--exclude-standard', '--', ...inputs],
    { cwd: root },
  );
  if (listed.code !== 0) return undefined;
  const files = [...new Set(listed.output.split('\0'))]
    // Git lists deleted files until the deletion is staged.
    .filter((file) =>
      statSync(join(root, file), { throwIfNoEntry: false })?.isFile(),
    )
    .sort();
  // Committing changes no file, but dates.
  const commit = await run(
    'git',
    ['log', '-1', '--format=%H', '--', ...dated],
    { cwd: root },
  );
  const hash = createHash('sha256')
    .update(JSON.stringify([settings, process.version]))
    .update(commit.output);
  for (const file of files) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
