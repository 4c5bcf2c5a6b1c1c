// Prints how the current Node behaves, as JSON. `differences.test.ts` records it for each tested Node.
import { once } from 'node:events';
import { createServer } from 'node:http';

const warnings = [];
process.on('warning', ({ name }) => warnings.push(name));
await import('node:sqlite');

const server = createServer((request, response) => {
  response.writeHead(403).end();
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const refused = new WebSocket(`ws://127.0.0.1:${server.address().port}/`);
const [{ message }] = await once(refused, 'error');
server.close();

console.log(
  JSON.stringify({
    sqlite: warnings.join() || 'no warning',
    refusedWebSocket: message || 'no message',
    relativeWebSocket: errorOf(() => new WebSocket('/api/ws/chat')),
    eventSource: errorOf(() => new EventSource('/api/sse')),
  }),
);

function errorOf(call) {
  try {
    call();
    return 'no error';
  } catch (error) {
    return String(error);
  }
}
