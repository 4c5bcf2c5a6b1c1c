import type { NodeOptions } from 'crossws/adapters/node';
import { defineNitroPlugin } from 'nitropack/runtime';

/** Node closes a socket with 1009 when a message is larger than this. */
const maxPayload = 64 * 1024;

/** Other origins whose pages may open sockets: `https://a.example,https://b.example`. */
const listedOrigins = (process.env['SOCKET_ORIGINS'] ?? '')
  .split(/[\s,]+/)
  .filter(Boolean);

/** Checks every upgrade of the app before the route's own `upgrade` hook runs. */
export default defineNitroPlugin(({ h3App }) => {
  const websocket: NodeOptions = {
    ...h3App.options.websocket,
    hooks: {
      ...h3App.options.websocket?.hooks,
      async upgrade(request) {
        const route = await h3App.websocket.resolve?.(request);
        if (!route || Object.keys(route).length === 0) {
          refuse(404);
        }
        if (!mayOpen(request.headers)) {
          refuse(403);
        }
      },
    },
    serverOptions: { maxPayload },
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

/** Throws: what is returned instead, the route's own hook can overrule. */
function refuse(status: number): never {
  const response = new Response(null, { status });
  throw Object.assign(new Error(`Socket refused: ${status}`), { response });
}
