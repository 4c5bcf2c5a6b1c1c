import type { PlaygroundServer } from '../host/start-server.ts';
import { eventReader, type WireEvent } from './event-reader.ts';
import { Log } from './log.ts';

/** What an event stream brings, or what happens to it. */
export type StreamLine =
  | {
      readonly connection: number;
      readonly path: string;
      readonly lastEventId: string | undefined;
    }
  | { readonly status: number; readonly type: string }
  /** Another request, beside the stream. */
  | { readonly asked: string; readonly answer: string }
  | WireEvent
  | { readonly end: 'left' | 'reconnects' | 'gaveUp' | 'noAnswer' };

/** What Chromium waits where the stream does not say. */
const usualRetry = 3_000;

/** What a panel shows of a stream, and does with it. */
export interface StreamReader {
  readonly log: Log<StreamLine>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether there is a stream, or it is to be opened again. */
  readonly shown: () => boolean;
  connect(path: string): void;
  leave(): void;
  cut(): void;
}

/** A client that reads a stream as a browser's EventSource does, and tells what it reads. */
export class StreamClient implements StreamReader {
  readonly log = new Log<StreamLine>();
  #open: AbortController | undefined;
  readonly #listeners = new Set<() => void>();

  /** @param server what it connects to, as it is at that moment */
  constructor(private readonly server: () => PlaygroundServer | undefined) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Whether there is a stream, or it is to be opened again. */
  readonly shown = (): boolean => this.#open !== undefined;

  /** Opens the stream, if none is open. */
  connect(path: string): void {
    if (this.#open) return;
    const own = new AbortController();
    this.#set(own);
    void this.#run(path, own);
  }

  /** Closes the stream for good. */
  leave(): void {
    const open = this.#open;
    if (!open) return;
    this.#set(undefined);
    open.abort();
    this.log.add({ end: 'left' });
  }

  /** Cuts the network once; the stream is opened again. */
  cut(): void {
    this.server()?.dropConnections();
  }

  async #run(path: string, own: AbortController): Promise<void> {
    const memory: Memory = { lastEventId: undefined, retry: usualRetry };
    for (let connection = 1; this.#open === own; connection += 1) {
      const { lastEventId } = memory;
      this.log.add({ connection, path, lastEventId });
      const isStream = await this.#read(path, own.signal, memory);
      if (this.#open !== own) return;
      if (!isStream) {
        this.log.add({ end: 'gaveUp' });
        this.#set(undefined);
        return;
      }
      this.log.add({ end: 'reconnects' });
      await wait(memory.retry, own.signal);
    }
  }

  /** @returns false when the answer is no event stream; a lost one is */
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
      const decoder = new TextDecoder();
      const take = eventReader((event) => {
        memory.lastEventId = event.id ?? memory.lastEventId;
        memory.retry = event.retry ?? memory.retry;
        this.log.add(event);
      });
      const reader = response.body?.getReader();
      for (;;) {
        const piece = await reader?.read();
        if (!piece || piece.done) return true;
        take(decoder.decode(piece.value, { stream: true }));
      }
    } catch {
      return true;
    }
  }

  #set(open: AbortController | undefined): void {
    this.#open = open;
    for (const listener of this.#listeners) listener();
  }
}

/** What a client takes along to its next connection. */
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
