import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CodeBlock } from './code-blocks.ts';

const scaffold = join(import.meta.dirname, 'scaffold');

/**
 * Creates an app in which the code blocks of a page have been pasted, in order: files replace those of the same path, and patches are
 * applied. Excerpts have to be in a file that is pasted, so they add nothing.
 *
 * @param folder inside of the repository, so that the app finds the packages of the examples; replaced
 * @param base the app of the reader; a new one by default
 * @throws if a patch doesn't apply
 */
export function pasteInto(
  folder: string,
  blocks: readonly CodeBlock[],
  base = scaffold,
): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(base, folder, { recursive: true });
  for (const { kind, path, text } of blocks) {
    if (kind === 'excerpt') continue;
    if (kind === 'file') {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    } else {
      execFileSync(
        'git',
        ['apply', '--unsafe-paths', `--directory=${folder}`],
        {
          input: text,
        },
      );
    }
  }
}

/** Returns the excerpts of which no code block shows the whole file. */
export function excerptsWithoutFile(blocks: readonly CodeBlock[]): string[] {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim();
  return blocks
    .filter(
      ({ kind, path, text }) =>
        kind === 'excerpt' &&
        !blocks.some(
          (block) =>
            block.kind !== 'excerpt' &&
            block.path === path &&
            lines(block.text).includes(lines(text)),
        ),
    )
    .map(({ path }) => path);
}
