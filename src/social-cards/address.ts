/**
 * Returns the path of a page's card, from the root of the language: `cards/guide/sockets.png`, or `cards/…/index.png` after a slash.
 *
 * @param permalink URL path of the page
 * @param baseUrl URL path of the root, with a slash at both ends
 */
export function cardPath(permalink: string, baseUrl: string): string {
  const page = permalink.slice(baseUrl.length);
  const name = page === '' || page.endsWith('/') ? `${page}index` : page;
  return `cards/${name}.png`;
}
