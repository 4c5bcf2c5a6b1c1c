import { defineWebSocketHandler } from 'h3';
import { setTimeout } from 'node:timers/promises';

/** The calls of the hooks of each client, in order, and functions that end a wait. */
const logs = new Map<string, string[]>();
const releases = new Map<string, () => void>();

/**
 * Logs the calls of all hooks under the name in the URL. `open` and the message
 * `wait` return promises that the message `release` resolves; `log Ada` returns
 * what has been logged for Ada.
 */
export default defineWebSocketHandler({
  async upgrade(request) {
    log(request.url, 'upgrade starts');
    await setTimeout(50);
    log(request.url, 'upgrade ends');
  },

  async open(peer) {
    log(peer.request.url, 'open starts');
    if (nameOf(peer.request.url).startsWith('watcher')) return;
    await released(peer.request.url);
    log(peer.request.url, 'open ends');
  },

  async message(peer, message) {
    const { url } = peer.request;
    const text = message.text();
    if (text.startsWith('log ')) {
      peer.send(JSON.stringify(logs.get(text.slice(4)) ?? []));
      return;
    }
    log(url, `${text} starts`);
    if (text === 'wait') await released(url);
    if (text === 'release') releases.get(nameOf(url))?.();
    log(url, `${text} ends`);
  },

  close(peer, { code, reason }) {
    const { url } = peer.request;
    log(url, `close ${code} "${reason}"`);
    log(url, `send returns ${String(peer.send('too late'))}`);
    log(url, `peers include it: ${peer.peers.has(peer)}`);
    log(url, reason === 'throw' ? 'close throws' : 'close ends');
    if (reason === 'throw') throw new Error('This close hook throws.');
  },

  error(peer, error) {
    log(peer.request.url, `error ${error.name}: ${error.message}`);
  },
});

function nameOf(url: string): string {
  return new URL(url).searchParams.get('name') ?? '';
}

function log(url: string, entry: string): void {
  const name = nameOf(url);
  logs.set(name, [...(logs.get(name) ?? []), entry]);
}

function released(url: string): Promise<void> {
  return new Promise((resolve) => releases.set(nameOf(url), resolve));
}
