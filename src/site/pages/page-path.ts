import { posix } from 'node:path';

/**
 * Returns the URL path of a page without base URL and locale: `/websockets`, `/`.
 *
 * @param file from the root of the repository: `docs/guide/websockets.mdx`
 * @param slug of the page's front matter
 */
export function pagePath(
  docsDir: string,
  file: string,
  slug?: unknown,
): string {
  const inside = file.slice(docsDir.length + 1).replace(/\.mdx?$/, '');
  const path = posix.resolve('/', inside.replace(/(?:^|\/)index$/, ''));
  return typeof slug === 'string'
    ? posix.resolve(posix.dirname(path), slug)
    : path;
}
