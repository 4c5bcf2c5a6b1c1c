import { once } from 'node:events';
import { request } from 'node:http';

/**
 * Opens a WebSocket and writes bytes that no client library sends.
 *
 * @returns the close code in the server's close frame
 */
export async function closeCodeAfter(
  url: URL,
  bytes: readonly number[],
): Promise<number> {
  const handshake = request(url, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    },
  }).end();
  const [, socket, head] = await new Promise<
    [unknown, NodeJS.ReadWriteStream, Buffer]
  >((resolve) =>
    handshake.once('upgrade', (...upgraded) => {
      resolve(upgraded);
    }),
  );
  let received = head;
  socket.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
  });
  socket.write(Buffer.from(bytes));
  await once(socket, 'end');
  socket.end();
  // A close frame: 0x88, the length, and the code.
  const at = received.indexOf(0x88);
  if (at === -1) throw new Error('The server sent no close frame.');
  return received.readUInt16BE(at + 2);
}
