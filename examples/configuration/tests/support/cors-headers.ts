import type { AppServer } from './server';

/** The part of a response that a browser compares with the page's origin. */
export interface CorsAnswer {
  status: number;
  type: string;
  allowOrigin: string;
  allowCredentials: string;
  allowMethods: string;
}

/** Requests a path as a page of an origin does. */
export function request(
  server: AppServer,
  path: string,
  origin: string,
  headers: Record<string, string> = {},
): Promise<CorsAnswer> {
  return send(server, path, 'GET', { origin, ...headers });
}

/** Sends the preflight request of a PUT with a JSON body. */
export function preflight(
  server: AppServer,
  path: string,
  origin: string,
): Promise<CorsAnswer> {
  return send(server, path, 'OPTIONS', {
    origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'content-type',
  });
}

async function send(
  server: AppServer,
  path: string,
  method: string,
  headers: Record<string, string>,
): Promise<CorsAnswer> {
  const response = await fetch(server.url + path, { method, headers });
  await response.arrayBuffer();
  const value = (name: string) => response.headers.get(name) ?? 'none';
  return {
    status: response.status,
    type: value('content-type'),
    allowOrigin: value('access-control-allow-origin'),
    allowCredentials: value('access-control-allow-credentials'),
    allowMethods: value('access-control-allow-methods'),
  };
}
