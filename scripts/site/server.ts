import { existsSync, readFileSync, statSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { headersAt } from './header-rules.ts';
import { hostingRules } from './hosting.ts';

/** What is served, and under which path. */
export interface SiteServerOptions {
  /** The built site. */
  readonly folder: string;
  /** Its path on the server, with a slash at both ends. */
  readonly baseUrl: string;
}

/** Of these a browser would guess the encoding, and guess wrong. */
const textTypes: Readonly<Record<string, string>> = {
  '.md': 'text/markdown',
  '.txt': 'text/plain',
};

/**
 * A server that answers as GitHub Pages does: a page has no extension, a folder
 * without its slash redirects, an unknown address gets the 404 page. A locale
 * has a 404 page of its own here, and the headers that the site asks for are sent.
 */
export function siteServer({ folder, baseUrl }: SiteServerOptions): Server {
  const serveFile = sirv(folder, {
    extensions: ['html'],
    etag: true,
    setHeaders: (response, path) => {
      const type = textTypes[extname(path)];
      if (type) response.setHeader('content-type', `${type};charset=utf-8`);
    },
  });
  const rules = hostingRules(folder);
  return createServer((request, response) => {
    const address = parse(request.url ?? '/');
    if (address) response.setHeaders(headersAt(rules, address.pathname));
    if (address && `${address.pathname}/` === baseUrl) {
      redirect(response, baseUrl + address.search);
      return;
    }
    if (!address?.pathname.startsWith(baseUrl)) {
      notFound(folder, '', request, response);
      return;
    }
    const encoded = address.pathname.slice(baseUrl.length);
    const path = decode(encoded);
    if (
      path === undefined ||
      !staysBelow(path) ||
      isPageWithSlash(folder, path)
    ) {
      notFound(folder, path ?? encoded, request, response);
    } else if (isFolderWithoutSlash(folder, path)) {
      redirect(response, `${address.pathname}/${address.search}`);
    } else {
      request.url = `/${encoded}`;
      // sirv throws at a range that ends before it begins; a server may ignore ranges.
      delete request.headers.range;
      serveFile(request, response, () =>
        notFound(folder, path, request, response),
      );
    }
  });
}

/**
 * The target of a request. It is no link: `//de` is a path here, no host.
 */
function parse(target: string): URL | undefined {
  const address = target.startsWith('/') ? `http://site${target}` : target;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/**
 * Whether each part of a path is a name. `..%2F` would lead out of the folder,
 * and a redirect to `//de/` out of the site.
 */
function staysBelow(path: string): boolean {
  return !/^[/\\]|(^|[/\\])\.\.?([/\\]|$)/.test(path);
}

/** `about/`, where only `about.html` exists: sirv would serve it. */
function isPageWithSlash(folder: string, path: string): boolean {
  return path.endsWith('/') && !existsSync(join(folder, path, 'index.html'));
}

function isFolderWithoutSlash(folder: string, path: string): boolean {
  const place = join(folder, path);
  return (
    path !== '' &&
    !path.endsWith('/') &&
    !existsSync(`${place}.html`) &&
    // statSync throws at names that no file can have, existsSync does not.
    existsSync(place) &&
    statSync(place).isDirectory()
  );
}

function notFound(
  folder: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [locale = ''] = path.split('/');
  const page = [join(folder, locale, '404.html'), join(folder, '404.html')]
    // A locale is a plain name: no path leads out of the folder.
    .filter((_, index) => index === 1 || /^[\w-]+$/.test(locale))
    .find((file) => existsSync(file));
  response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' });
  response.end(
    request.method === 'HEAD' || !page ? undefined : readFileSync(page),
  );
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { location }).end();
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
