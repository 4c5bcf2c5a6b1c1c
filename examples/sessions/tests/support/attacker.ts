import { once } from 'node:events';
import { createServer } from 'node:http';

/** The attacker's server, and its URLs in a browser. */
export interface Attacker {
  /** Another port of the app's host: the same site. */
  readonly sameSite: string;
  /** Another host. */
  readonly otherSite: string;
  stop(): void;
}

/** The page opens a socket to `?target=`, sends a note, and shows everything that it receives. */
const page = `<!doctype html>
<meta charset="utf-8" />
<title>You have won</title>
<link rel="icon" href="data:," />
<pre></pre>
<script type="module">
  const log = document.querySelector('pre');
  const socket = new WebSocket(new URLSearchParams(location.search).get('target'));
  socket.onopen = () => socket.send('{"text":"Written by the attacker"}');
  socket.onmessage = ({ data }) => log.append(data, '\\n');
  socket.onclose = ({ code, reason }) => log.append('closed ' + code + ' ' + reason, '\\n');
</script>
`;

/** Serves the page on a free port of the app's address. */
export async function startAttacker(): Promise<Attacker> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no TCP port.');
  }
  return {
    sameSite: `http://localhost:${address.port}`,
    otherSite: `http://127.0.0.1:${address.port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
