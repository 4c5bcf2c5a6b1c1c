/**
 * Where the Markdown twin of a page is.
 *
 * @param permalink path of the page on its host
 * @returns path of its twin: `/guide/sockets.md`; of a page that ends in a slash, `…/index.md`
 */
export function twinOf(permalink: string): string {
  return `${permalink.endsWith('/') ? `${permalink}index` : permalink}.md`;
}
