import { existsSync, readFileSync, statSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { headersAt } from './headers.ts';
import { hostingRules } from './hosting.ts';

/** A built site to serve. */
export interface ServedSite {
  readonly folder: string;
  /** Path on the server, with a slash at both ends. */
  readonly baseUrl: string;
}

/** Text types whose encoding browsers would guess incorrectly. */
const textTypes: Readonly<Record<string, string>> = {
  '.md': 'text/markdown',
  '.txt': 'text/plain',
};

/**
 * Creates a server that responds like GitHub Pages: pages without extension, a redirect to the slash of a folder, the 404 page
 * for unknown URLs. In addition it sends the site's headers and the 404 page of each locale.
 */
export function siteServer({ folder, baseUrl }: ServedSite): Server {
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
    const url = parse(request.url ?? '/');
    if (url) response.setHeaders(headersAt(rules, url.pathname));
    if (url && `${url.pathname}/` === baseUrl) {
      redirect(response, baseUrl + url.search);
      return;
    }
    if (!url?.pathname.startsWith(baseUrl)) {
      notFound(folder, '', request, response);
      return;
    }
    const encoded = url.pathname.slice(baseUrl.length);
    const path = decode(encoded);
    if (
      path === undefined ||
      escapesFolder(path) ||
      isPageWithSlash(folder, path)
    ) {
      notFound(folder, path ?? encoded, request, response);
    } else if (isFolderWithoutSlash(folder, path)) {
      redirect(response, `${url.pathname}/${url.search}`);
    } else {
      request.url = `/${encoded}`;
      // sirv throws on invalid ranges; servers may ignore ranges.
      delete request.headers.range;
      serveFile(request, response, () =>
        notFound(folder, path, request, response),
      );
    }
  });
}

/** Parses a request target, in which `//de` is a path, not a host. */
function parse(target: string): URL | undefined {
  const url = target.startsWith('/') ? `http://site${target}` : target;
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** Detects path traversal (`..%2F`), and open redirects (`//de/`). */
function escapesFolder(path: string): boolean {
  return /^[/\\]|(^|[/\\])\.\.?([/\\]|$)/.test(path);
}

/** Detects `about/` where only `about.html` exists, which sirv would serve. */
function isPageWithSlash(folder: string, path: string): boolean {
  return path.endsWith('/') && !existsSync(join(folder, path, 'index.html'));
}

function isFolderWithoutSlash(folder: string, path: string): boolean {
  const target = join(folder, path);
  return (
    path !== '' &&
    !path.endsWith('/') &&
    !existsSync(`${target}.html`) &&
    // Unlike existsSync, statSync throws for invalid names.
    existsSync(target) &&
    statSync(target).isDirectory()
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
    // Prevents path traversal.
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
