/** A page of the site, in the language that is built. */
export interface MarkdownPage {
  /** Path of its source, from the root of the project. */
  readonly source: string;
  /** URL path. */
  readonly permalink: string;
  readonly title: string;
  readonly description: string;
  /** The heading of llms.txt that lists the page. */
  readonly section: string;
}

/** The URLs of the site. */
export interface SiteUrls {
  /** Without a slash at its end. */
  readonly origin: string;
  /** URL path of the site in the language that is built, with a slash at both ends. */
  readonly baseUrl: string;
  /** The permalinks of all pages in that language. */
  readonly permalinks: ReadonlySet<string>;
}

/** Returns the URL path of the Markdown alternate of a page: `/guide/sockets.md`, or `…/index.md` after a slash. */
export function alternatePath(permalink: string): string {
  return `${permalink.endsWith('/') ? `${permalink}index` : permalink}.md`;
}

/**
 * Makes a link absolute. A link to a page leads to its Markdown alternate; a fragment stays.
 *
 * @param url as Docusaurus resolved it
 * @returns undefined for a relative path
 */
export function absoluteLink(url: string, site: SiteUrls): string | undefined {
  const path = url.replace(/^pathname:\/\//, '');
  if (/^(?:#|[a-z][a-z\d+.-]*:)/i.test(path)) return path;
  if (!path.startsWith('/')) return undefined;
  const [, pathname = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  const isPage = site.permalinks.has(pathname);
  return `${site.origin}${isPage ? alternatePath(pathname) : pathname}${rest}`;
}

/** Makes a path from the root of the site absolute, in the language that is built. */
export function absoluteUrl(path: string, site: SiteUrls): string {
  const url = site.baseUrl + path.replace(/^\//, '');
  return absoluteLink(url, site) ?? url;
}
