/**
 * Where the card of a page is, from the root of the language.
 *
 * @param permalink path of the page on its host
 * @param baseUrl path of that root, with a slash at both ends
 * @returns `cards/guide/sockets.png`; of a page that ends in a slash, `cards/…/index.png`
 */
export function cardPath(permalink: string, baseUrl: string): string {
  const page = permalink.slice(baseUrl.length);
  const name = page === '' || page.endsWith('/') ? `${page}index` : page;
  return `cards/${name}.png`;
}
