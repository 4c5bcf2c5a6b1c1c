import { run } from '../run/child.ts';

/** What an upgrade writes, as git takes paths. */
const WRITTEN = [
  'package.json',
  'package-lock.json',
  ':(glob)examples/*/package.json',
  ':(glob)examples/*/evidence/**',
];

/**
 * Makes sure that git can bring back all that an upgrade writes over.
 *
 * @throws naming the files that git could not bring back
 */
export async function requireCommitted(): Promise<void> {
  const status = await git('status', '--porcelain', '--', ...WRITTEN);
  if (status === '') return;
  throw new Error(
    `These files have changes that are in no commit, and an upgrade writes over them; commit them first:\n${status}`,
  );
}

/**
 * How to get back, for whoever reads the terminal.
 *
 * @returns commands to be typed, a line each
 */
export async function wayBack(): Promise<string[]> {
  const listed = await git(
    'ls-files',
    '--others',
    '--exclude-standard',
    '--',
    ...WRITTEN,
  );
  const added = listed === '' ? [] : listed.split('\n');
  const paths = WRITTEN.map((path) => `'${path}'`).join(' ');
  return [
    'To go back to where it began:',
    `  git restore --staged --worktree -- ${paths}`,
    ...(added.length > 0 ? [`  rm ${added.join(' ')}`] : []),
    '  npm install',
  ];
}

async function git(...args: readonly string[]): Promise<string> {
  const { code, output } = await run('git', args);
  if (code !== 0) throw new Error(`git ${args.join(' ')}:\n${output}`);
  return output.trimEnd();
}
