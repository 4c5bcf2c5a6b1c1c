import type { ClientSocket } from '../ui/target.ts';
import { Log } from '../ui/log.ts';
import { keptText } from '../ui/payload-text.ts';
import type { StreamLine, StreamReader } from '../ui/stream.ts';

/** Callbacks of a socket besides its events. */
export interface SocketWatch {
  readonly opened: () => void;
  readonly received: () => void;
  /** Called at the end, with whether it was open before. */
  readonly ended: (wasOpen: boolean) => void;
}

/**
 * Opens a WebSocket of the browser. A socket that the browser refuses to create ends like
 * one without a server.
 */
export function openBrowserSocket(
  url: URL | undefined,
  watch: SocketWatch,
): ClientSocket {
  const real = url && createSocket(url);
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
    // A page can't drop the connection.
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
  // Chromium sends no `close` event for a socket that the site's policy blocks.
  real.onerror = () => {
    setTimeout(() => end(new CloseEvent('close', { code: 1006 })));
  };
  return socket;
}

/** @returns undefined if the browser blocks the socket */
function createSocket(url: URL): WebSocket | undefined {
  try {
    return new WebSocket(url);
  } catch {
    return undefined;
  }
}

/** Callbacks of a stream. */
export interface StreamSurroundings {
  /** @returns undefined for a URL that must not be contacted */
  readonly addressOf: (text: string) => URL | undefined;
  /** Returns event names besides `message`. */
  readonly names: () => readonly string[];
  /** Called when the first connection fails. */
  readonly failed: (url: URL) => void;
}

/** Reads an event stream with the browser's EventSource. */
export class BrowserStream implements StreamReader {
  readonly log = new Log<StreamLine>();
  #source: EventSource | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly surroundings: StreamSurroundings) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): boolean => this.#source !== undefined;

  connect(path: string): void {
    const url = this.surroundings.addressOf(path);
    if (this.#source || !url) return;
    const source = new EventSource(url);
    let connection = 1;
    let wasOpen = false;
    let lastEventId: string | undefined;
    this.log.add({ connection, path, lastEventId });
    source.onopen = () => {
      wasOpen = true;
      // EventSource accepts no other response.
      this.log.add({ status: 200, type: 'text/event-stream' });
    };
    for (const name of ['message', ...this.surroundings.names()]) {
      source.addEventListener(name, (event: MessageEvent<unknown>) => {
        // EventSource repeats the last id for events without one.
        const isNew = event.lastEventId !== (lastEventId ?? '');
        if (isNew) lastEventId = event.lastEventId;
        this.log.add({
          id: isNew ? event.lastEventId : undefined,
          event: name === 'message' ? undefined : name,
          retry: undefined,
          data: keptText(String(event.data)).text,
        });
      });
    }
    source.onerror = () => {
      if (wasOpen && source.readyState === EventSource.CONNECTING) {
        connection += 1;
        this.log.add({ end: 'reconnects' });
        this.log.add({ connection, path, lastEventId });
        return;
      }
      source.close();
      this.#set(undefined);
      this.log.add({ end: wasOpen ? 'gaveUp' : 'noAnswer' });
      this.surroundings.failed(url);
    };
    this.#set(source);
  }

  leave(): void {
    if (!this.#source) return;
    this.#source.close();
    this.#set(undefined);
    this.log.add({ end: 'disconnected' });
  }

  /** A page can't drop the connection. */
  cut(): void {
    this.leave();
  }

  #set(source: EventSource | undefined): void {
    this.#source = source;
    for (const listener of this.#listeners) listener();
  }
}
