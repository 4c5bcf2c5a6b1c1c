import { defineWebSocketHandler } from 'h3';
import { catchErrors } from '../../../../../../src/server/catch-errors';

/** Throws in the hook in its URL; the message selects the kind of error. */
export default defineWebSocketHandler(
  catchErrors({
    upgrade({ url }) {
      if (url.endsWith('/throws/response')) {
        // crossws documents it: a response that is thrown refuses the socket.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw new Response(null, { status: 418 });
      }
      if (url.endsWith('/throws/carried')) {
        const response = new Response(null, { status: 429 });
        throw Object.assign(new Error('Refused.'), { response });
      }
      throwIn('upgrade', url);
      return undefined;
    },
    open(peer) {
      throwIn('open', peer.request.url);
    },
    async message(peer, message) {
      const text = message.text();
      if (text === 'throw') throw new Error('The password is 1234.');
      if (text === 'reject') {
        await Promise.reject(new Error('The password is 1234.'));
      }
      peer.send(text);
    },
    close(peer) {
      throwIn('close', peer.request.url);
    },
  }),
);

function throwIn(hook: string, url: string): void {
  if (url.endsWith(`/throws/${hook}`)) {
    throw new Error(`The hook "${hook}" was told to throw.`);
  }
}
