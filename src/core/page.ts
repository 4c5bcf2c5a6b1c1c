import { relative, sep } from 'node:path';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';

/** A parsed page, unchanged by plugins. Line numbers of its tree are those of its file. */
export interface ParsedPage {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly tree: Root;
}

/** Returns the path of a page from the root of the repository, with `/`. */
export function pageFile({ cwd, path }: VFile): string {
  return relative(cwd, path || 'page.mdx')
    .split(sep)
    .join('/');
}
