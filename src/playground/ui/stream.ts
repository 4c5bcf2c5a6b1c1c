import type { PlaygroundServer } from '../client/start-server.ts';
import { eventReader, textPieces, type WireEvent } from './event-reader.ts';
import { Log } from './log.ts';

/** An event of a stream, or a change of its connection. */
export type StreamLine =
  | {
      readonly connection: number;
      readonly path: string;
      readonly lastEventId: string | undefined;
    }
  | { readonly status: number; readonly type: string }
  /** A separate request. */
  | { readonly request: string; readonly answer: string }
  | WireEvent
  | { readonly end: 'disconnected' | 'reconnects' | 'gaveUp' | 'noAnswer' };

/** Chromium's default reconnection time. */
const usualRetry = 3_000;

/** A client of an event stream. */
export interface StreamReader {
  readonly log: Log<StreamLine>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether the stream is open or reconnecting. */
  readonly getSnapshot: () => boolean;
  connect(path: string): void;
  leave(): void;
  cut(): void;
}

/** Reads an event stream as the browser's EventSource does, and logs all fields. */
export class StreamClient implements StreamReader {
  readonly log = new Log<StreamLine>();
  #open: AbortController | undefined;
  readonly #listeners = new Set<() => void>();

  /** @param server returns the current server */
  constructor(private readonly server: () => PlaygroundServer | undefined) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Whether the stream is open or reconnecting. */
  readonly getSnapshot = (): boolean => this.#open !== undefined;

  /** Opens the stream unless it is open. */
  connect(path: string): void {
    if (this.#open) return;
    const controller = new AbortController();
    this.#set(controller);
    void this.#run(path, controller);
  }

  /** Closes the stream. */
  leave(): void {
    const open = this.#open;
    if (!open) return;
    this.#set(undefined);
    open.abort();
    this.log.add({ end: 'disconnected' });
  }

  /** Drops the connection; the stream reconnects. */
  cut(): void {
    this.server()?.dropConnections();
  }

  async #run(path: string, controller: AbortController): Promise<void> {
    const memory: Memory = { lastEventId: undefined, retry: usualRetry };
    for (let connection = 1; this.#open === controller; connection += 1) {
      const { lastEventId } = memory;
      this.log.add({ connection, path, lastEventId });
      const isStream = await this.#read(path, controller.signal, memory);
      if (this.#open !== controller) return;
      if (!isStream) {
        this.log.add({ end: 'gaveUp' });
        this.#set(undefined);
        return;
      }
      this.log.add({ end: 'reconnects' });
      await wait(memory.retry, controller.signal);
    }
  }

  /** @returns false if the response isn't an event stream; true for a lost connection */
  async #read(
    path: string,
    signal: AbortSignal,
    memory: Memory,
  ): Promise<boolean> {
    const headers = new Headers({ accept: 'text/event-stream' });
    if (memory.lastEventId) headers.set('last-event-id', memory.lastEventId);
    try {
      const server = this.server();
      if (!server) return true;
      const response = await server.fetch(path, { headers, signal });
      const { status } = response;
      const type = response.headers.get('content-type') ?? '';
      this.log.add({ status, type });
      if (status !== 200 || !type.startsWith('text/event-stream')) {
        await response.body?.cancel();
        return false;
      }
      const take = eventReader((event) => {
        memory.lastEventId = event.id ?? memory.lastEventId;
        memory.retry = event.retry ?? memory.retry;
        this.log.add(event);
      });
      if (!response.body) return true;
      for await (const piece of textPieces(response.body)) {
        if (signal.aborted) return true;
        take(piece);
      }
      return true;
    } catch {
      return true;
    }
  }

  #set(open: AbortController | undefined): void {
    this.#open = open;
    for (const listener of this.#listeners) listener();
  }
}

/** State for the next connection. */
interface Memory {
  lastEventId: string | undefined;
  retry: number;
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
