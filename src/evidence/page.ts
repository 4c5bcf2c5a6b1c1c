import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { VFile } from 'vfile';

/** Where the nodes of a page's tree are in its file. */
export interface Page {
  /** Path from the root of the repository, with `/`. */
  readonly file: string;
  /** How many lines of the file come before the text that was parsed. */
  readonly linesBefore: number;
}

/**
 * Finds the place of a parsed text in its file: Docusaurus takes the front matter off before it
 * parses a page, so the lines of the tree are not those of the file.
 *
 * @param vfile the page as it was given to the processor
 * @returns the page's path and the number of lines that were taken off
 */
export function pageOf(vfile: VFile): Page {
  const file = relative(vfile.cwd, vfile.path || 'page.mdx')
    .split(sep)
    .join('/');
  if (!vfile.path || !existsSync(vfile.path)) return { file, linesBefore: 0 };
  const before = frontMatterOf(readFileSync(vfile.path, 'utf8'));
  const parsed = String(vfile.value);
  return {
    file,
    linesBefore:
      frontMatterOf(parsed) === '' ? before.split('\n').length - 1 : 0,
  };
}

function frontMatterOf(text: string): string {
  return /^---\r?\n[^]*?\n---[ \t]*\r?\n\s*/.exec(text)?.[0] ?? '';
}
