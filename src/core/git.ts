import { spawnSync } from 'node:child_process';

/** Runs git; returns its output, or undefined if it fails or isn't installed. */
export function git(
  cwd: string,
  args: readonly string[],
  input = '',
): Buffer | undefined {
  const { status, stdout } = spawnSync('git', args, {
    cwd,
    input,
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
