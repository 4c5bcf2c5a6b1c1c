import { existsSync, readFileSync, statSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** What is served, and under which path. */
export interface SiteServerOptions {
  /** The built site. */
  readonly folder: string;
  /** Its path on the server, with a slash at both ends. */
  readonly baseUrl: string;
}

/**
 * A server that answers as GitHub Pages does: a page has no extension, a folder
 * without its slash redirects, an unknown address gets the 404 page. A locale
 * has a 404 page of its own here.
 */
export function siteServer({ folder, baseUrl }: SiteServerOptions): Server {
  const serveFile = sirv(folder, { extensions: ['html'], etag: true });
  return createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://site');
    if (`${pathname}/` === baseUrl) {
      redirect(response, baseUrl + search);
      return;
    }
    if (!pathname.startsWith(baseUrl)) {
      notFound(folder, '', request, response);
      return;
    }
    const path = decode(pathname.slice(baseUrl.length));
    if (path === undefined || isPageWithSlash(folder, path)) {
      notFound(folder, path ?? '', request, response);
    } else if (isFolderWithoutSlash(folder, path)) {
      redirect(response, `${pathname}/${search}`);
    } else {
      request.url = `/${pathname.slice(baseUrl.length)}`;
      serveFile(request, response, () =>
        notFound(folder, path, request, response),
      );
    }
  });
}

/** `about/`, where only `about.html` exists: sirv would serve it. */
function isPageWithSlash(folder: string, path: string): boolean {
  return path.endsWith('/') && !existsSync(join(folder, path, 'index.html'));
}

function isFolderWithoutSlash(folder: string, path: string): boolean {
  return (
    path !== '' &&
    !path.endsWith('/') &&
    !existsSync(join(folder, `${path}.html`)) &&
    (statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() ??
      false)
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
