import type { NodeOptions } from 'crossws/adapters/node';
import { defineNitroPlugin } from 'nitropack/runtime';

/** Node closes a socket with 1009 when a message is larger than this. */
const maxPayload = 64 * 1024;

/** Other origins that may open sockets: `https://a.example,https://b.example`. */
const listedOrigins = (process.env['SOCKET_ORIGINS'] ?? '')
  .split(/[\s,]+/)
  .filter(Boolean);

/** Checks every upgrade before the route's own `upgrade` hook runs. */
export default defineNitroPlugin(({ h3App }) => {
  const options: NodeOptions = h3App.options.websocket ?? {};
  const websocket: NodeOptions = {
    ...options,
    hooks: {
      ...options.hooks,
      async upgrade(request) {
        const route = await h3App.websocket.resolve?.(request);
        if (!route || Object.keys(route).length === 0) {
          refuse(404);
        }
        if (!mayOpen(request.headers)) {
          refuse(403);
        }
        return options.hooks?.upgrade?.(request);
      },
    },
    serverOptions: { ...options.serverOptions, maxPayload },
  };
  h3App.options.websocket = websocket;
});

/** A browser always names the origin of the page; other clients need not. */
function mayOpen(headers: Headers): boolean {
  const origin = headers.get('origin');
  const host = headers.get('host');
  return (
    origin === null ||
    origin === `https://${host}` ||
    origin === `http://${host}` ||
    listedOrigins.includes(origin)
  );
}

/** Throws, because the route's own hook can overrule what is returned. */
function refuse(status: number): never {
  const response = new Response(null, { status });
  throw Object.assign(new Error(`Socket refused: ${status}`), { response });
}
