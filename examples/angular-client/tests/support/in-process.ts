import { once } from 'node:events';
import { createServer } from 'node:http';
import crossws from 'crossws/adapters/node';
import {
  createApp,
  createRouter,
  type EventHandler,
  toNodeListener,
  toWebHandler,
} from 'h3';

/** Handlers by their URLs, as the folder of routes would have them. */
export type Routes = Readonly<Record<string, EventHandler>>;

/** A server of handlers alone, in the process of the test. */
export interface InProcessServer {
  /** Where it listens, for example `http://127.0.0.1:34567`. */
  readonly url: string;
  stop(): void;
}

/** Answers requests without a port: for handlers that neither stream nor open sockets. */
export function answerer(
  routes: Routes,
): (request: Request) => Promise<Response> {
  return toWebHandler(appOf(routes));
}

/** Serves handlers on a free port: requests, streams and sockets, without a build. */
export async function serve(routes: Routes): Promise<InProcessServer> {
  const app = appOf(routes);
  const sockets = crossws(app.websocket);
  const server = createServer(toNodeListener(app));
  server.on('upgrade', (request, socket, head) => {
    void sockets.handleUpgrade(request, socket, head);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no TCP port.');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function appOf(routes: Routes) {
  const router = createRouter();
  for (const [url, handler] of Object.entries(routes)) {
    router.use(url, handler);
  }
  return createApp().use(router);
}
