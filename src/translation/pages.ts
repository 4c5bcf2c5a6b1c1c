import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Lists the pages.
 *
 * @param root - Absolute path of the site.
 * @param docsDir - Where they lie.
 * @returns Their paths from the root, sorted.
 */
export function pageFiles(root: string, docsDir: string): string[] {
  return readdirSync(join(root, docsDir), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
