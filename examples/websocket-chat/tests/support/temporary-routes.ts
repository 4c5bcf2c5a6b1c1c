/** A route that a test adds to the running app, and removes. */
export interface TemporaryRoute {
  readonly file: URL;
  readonly url: string;
}

const folder = new URL('../../src/server/routes/api/', import.meta.url);

/** Responds to GET with a text. */
export const temporaryText: TemporaryRoute = {
  file: new URL('temporary-text.get.ts', folder),
  url: '/api/temporary-text',
};

/** Returns the content of `temporaryText.file`. */
export function routeThatAnswers(text: string): string {
  return `
import { defineEventHandler } from 'h3';
export default defineEventHandler(() => '${text}');
`;
}

/** A socket with behavior that the chat avoids, selected by messages. */
export const temporarySocket: TemporaryRoute = {
  file: new URL('temporary-socket.ts', folder),
  url: '/api/temporary-socket',
};

/**
 * Returns the content of `temporarySocket.file`: a hook that throws on "throw", publishes to another route's topic on "publish",
 * and echoes everything else.
 */
export function routeWithBadManners(topic: string): string {
  return `
import { defineWebSocketHandler } from 'h3';
export default defineWebSocketHandler({
  message(peer, message) {
    const text = message.text();
    if (text === 'throw') throw new Error('A hook has failed');
    if (text === 'publish') peer.publish('${topic}', 'From another route');
    else peer.send(text);
  },
});
`;
}
