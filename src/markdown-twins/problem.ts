import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { VFile } from 'vfile';

/** What cannot be written as Markdown, in words for the author of the page. */
export class TwinError extends Error {
  override readonly name = 'TwinError';
}

/**
 * The beginning of a message on a page.
 *
 * @param vfile the page as it was given to the processor: the lines of its front matter may have been taken off
 * @param line in the text that was parsed
 * @returns `docs/page.mdx:12`
 */
export function placeOf(vfile: VFile, line: number): string {
  const file = relative(vfile.cwd, vfile.path).split(sep).join('/');
  return `${file}:${line + linesBefore(vfile)}`;
}

function linesBefore(vfile: VFile): number {
  if (!existsSync(vfile.path) || frontMatterOf(String(vfile.value)) !== '')
    return 0;
  const before = frontMatterOf(readFileSync(vfile.path, 'utf8'));
  return before.split('\n').length - 1;
}

function frontMatterOf(text: string): string {
  return /^---\r?\n[^]*?\n---[ \t]*\r?\n\s*/.exec(text)?.[0] ?? '';
}
