/** A route that a test writes into the running app; whoever writes it removes it. */
export interface TemporaryRoute {
  readonly file: URL;
  readonly url: string;
}

const folder = new URL('../../src/server/routes/api/', import.meta.url);

/** Answers GET with a text. */
export const temporaryText: TemporaryRoute = {
  file: new URL('temporary-text.get.ts', folder),
  url: '/api/temporary-text',
};

/** What to write into `temporaryText.file`. */
export function routeThatAnswers(text: string): string {
  return `
import { defineEventHandler } from 'h3';
export default defineEventHandler(() => '${text}');
`;
}

/** A socket that does what the chat does not: its messages name it. */
export const temporarySocket: TemporaryRoute = {
  file: new URL('temporary-socket.ts', folder),
  url: '/api/temporary-socket',
};

/**
 * What to write into `temporarySocket.file`: a hook that fails on "throw", and that writes into another route's topic on
 * "publish". Anything else is sent back.
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
