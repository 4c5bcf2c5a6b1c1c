import { twinOf } from './address.ts';

/** A page of the site, in the language that is built. */
export interface TwinPage {
  /** Path of its source, from the root of the project. */
  readonly source: string;
  /** Its path on the host. */
  readonly permalink: string;
  readonly title: string;
  readonly description: string;
  /** Under which heading the overview lists it. */
  readonly section: string;
}

/** What addresses are made of. */
export interface Place {
  /** Origin of the site, without a slash at its end. */
  readonly origin: string;
  /** Path of the site in the language that is built, with a slash at both ends. */
  readonly baseUrl: string;
  /** The permalinks of all pages in that language. */
  readonly permalinks: ReadonlySet<string>;
}

/**
 * Where a link of a page leads when it is read outside of the site.
 *
 * @param url of the link, as it stands behind the resolution of links: a path on the host, an address, or a place in the page
 * @param place what addresses are made of
 * @returns an address with its origin; of a page, that of its twin; a place in the page stays. Undefined for a path that is
 *   relative, of which a twin does not know where it leads
 */
export function linkOf(url: string, place: Place): string | undefined {
  const path = url.replace(/^pathname:\/\//, '');
  if (/^(?:#|[a-z][a-z\d+.-]*:)/i.test(path)) return path;
  if (!path.startsWith('/')) return undefined;
  const [, pathname = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
  const isPage = place.permalinks.has(pathname);
  return `${place.origin}${isPage ? twinOf(pathname) : pathname}${rest}`;
}

/**
 * The address of a path from the root of the site, in the language that is built.
 *
 * @param path with a slash at its beginning
 * @param place what addresses are made of
 */
export function addressOf(path: string, place: Place): string {
  const url = place.baseUrl + path.replace(/^\//, '');
  return linkOf(url, place) ?? url;
}
