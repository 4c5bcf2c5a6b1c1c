import { Log } from '../face/log.ts';
import type { StreamLine, StreamReader } from '../face/stream.ts';

/** What a reader of a stream needs of its surroundings. */
export interface StreamSurroundings {
  /** @returns the address, or undefined for one that must not be contacted */
  readonly addressOf: (text: string) => URL | undefined;
  /** The names that are listened to besides `message`. */
  readonly names: () => readonly string[];
  /** The first connection has failed. */
  readonly failed: (url: URL) => void;
}

/** The browser's own EventSource: it reconnects by itself, and tells the page what it tells any. */
export class OwnStream implements StreamReader {
  readonly log = new Log<StreamLine>();
  #source: EventSource | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly surroundings: StreamSurroundings) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly shown = (): boolean => this.#source !== undefined;

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
      // What it is not: EventSource would have given up.
      this.log.add({ status: 200, type: 'text/event-stream' });
    };
    for (const name of ['message', ...this.surroundings.names()]) {
      source.addEventListener(name, (event: MessageEvent<unknown>) => {
        // It keeps the last id for events that have none.
        const isNew = event.lastEventId !== (lastEventId ?? '');
        if (isNew) lastEventId = event.lastEventId;
        this.log.add({
          id: isNew ? event.lastEventId : undefined,
          event: name === 'message' ? undefined : name,
          retry: undefined,
          data: String(event.data),
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
    this.log.add({ end: 'left' });
  }

  /** No page can cut the network. */
  cut(): void {
    this.leave();
  }

  #set(source: EventSource | undefined): void {
    this.#source = source;
    for (const listener of this.#listeners) listener();
  }
}
