import type { ClientSocket } from '../face/target.ts';

/** What a socket tells of itself besides its events. */
export interface SocketWatch {
  readonly opened: () => void;
  readonly received: () => void;
  /** It has ended, and was open before or not. */
  readonly ended: (wasOpen: boolean) => void;
}

/**
 * The browser's own WebSocket. One that the browser refuses to make ends as one
 * that finds no server.
 */
export function ownSocket(
  url: URL | undefined,
  watch: SocketWatch,
): ClientSocket {
  const real = url && made(url);
  let wasOpen = false;
  const socket: ClientSocket = {
    binaryType: 'arraybuffer',
    handshake: undefined,
    onopen: null,
    onmessage: null,
    onclose: null,
    get readyState() {
      return real?.readyState ?? WebSocket.CLOSED;
    },
    send: (data) => real?.send(data),
    close: (code, reason) => real?.close(code, reason),
    // No page can cut the network.
    drop: () => real?.close(),
  };
  let hasEnded = false;
  const end = (event: CloseEvent) => {
    if (hasEnded) return;
    hasEnded = true;
    watch.ended(wasOpen);
    socket.onclose?.(event);
  };
  if (!real) {
    queueMicrotask(() => end(new CloseEvent('close', { code: 1006 })));
    return socket;
  }
  real.binaryType = 'arraybuffer';
  real.onopen = (event) => {
    wasOpen = true;
    watch.opened();
    socket.onopen?.(event);
  };
  real.onmessage = (event: MessageEvent<unknown>) => {
    watch.received();
    socket.onmessage?.(event);
  };
  real.onclose = end;
  // Chromium sends no `close` after it for one that a policy of the site forbids.
  real.onerror = () => {
    setTimeout(() => end(new CloseEvent('close', { code: 1006 })));
  };
  return socket;
}

/** @returns undefined where the browser forbids the page to open one */
function made(url: URL): WebSocket | undefined {
  try {
    return new WebSocket(url);
  } catch {
    return undefined;
  }
}
