import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { run } from '../run/child.ts';
import { type SiteSettings } from './settings.ts';

/** What the built site depends on, as paths for `git ls-files`. */
const inputs = [
  'docs',
  'examples',
  'i18n',
  'src',
  'static',
  'scripts/site',
  'content.ts',
  'docusaurus.config.ts',
  'sidebars.ts',
  'package.json',
  'package-lock.json',
];

/** What the feed of the site tells of, and whose dates the pages show. */
const dated = ['docs', 'examples', 'i18n', 'package-lock.json'];

/**
 * One hash over everything that the site is built from: the settings and each
 * file that git tracks or would track, and the last commit of what has dates.
 *
 * @returns the hash, or undefined outside a git checkout, where what belongs to
 *   the site cannot be told
 */
export async function fingerprint(
  settings: SiteSettings,
): Promise<string | undefined> {
  const listed = await run('git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    ...inputs,
  ]);
  if (listed.code !== 0) return undefined;
  const files = [...new Set(listed.output.split('\0'))]
    // A file that was deleted but not committed is still listed.
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .sort();
  // A commit of what lies there already changes no file.
  const commit = await run('git', ['log', '-1', '--format=%H', '--', ...dated]);
  const hash = createHash('sha256')
    .update(JSON.stringify(settings))
    .update(commit.output);
  for (const file of files) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
