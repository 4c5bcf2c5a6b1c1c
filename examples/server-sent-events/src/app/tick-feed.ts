import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type Tick, readTick } from './tick';

/** State of the stream. */
export type FeedState = 'stopped' | 'connecting' | 'live' | 'reconnecting';

/** A tick, and whether others may be missing before it. */
export interface Row extends Tick {
  readonly afterGap: boolean;
}

const maxRows = 30;
const firstWait = 1000;
const longestWait = 30_000;
/** The server sends each second. After five seconds of silence it is gone. */
const longestSilence = 5000;

/** Follows `/api/sse`. Provide it in a component: it is closed with the component. */
@Injectable()
export class TickFeed {
  readonly #state = signal<FeedState>('stopped');
  readonly #rows = signal<readonly Row[]>([]);
  readonly state = this.#state.asReadonly();
  /** The newest first. */
  readonly rows = this.#rows.asReadonly();

  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #lastId = '';
  #gap = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Browser only: the server has no EventSource. */
  start(): void {
    this.stop();
    this.#state.set('connecting');
    this.#open();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#failures = 0;
    this.#state.set('stopped');
  }

  #open(): void {
    // Within its life an EventSource sends Last-Event-ID itself. A new one
    // can't, so it gets the id in the query.
    const query = this.#lastId
      ? `?lastEventId=${encodeURIComponent(this.#lastId)}`
      : '';
    const source = new EventSource(`/api/sse${query}`);
    this.#source = source;
    this.#watch();

    source.onopen = () => {
      this.#failures = 0;
      this.#state.set('live');
    };
    source.onmessage = ({ data, lastEventId }: MessageEvent<unknown>) => {
      this.#watch();
      this.#lastId = lastEventId;
      const tick = readTick(lastEventId, data);
      if (tick) this.#add(tick);
    };
    source.addEventListener('reset', () => (this.#gap = true));
    source.onerror = () => {
      this.#state.set('reconnecting');
      // A lost connection is opened again automatically. After any answer that
      // isn't an event stream, such as 503, it gives up, and this code retries.
      if (source.readyState === EventSource.CLOSED) this.#openLater();
    };
  }

  /** A connection can die without an error, for example when a laptop sleeps. */
  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#openLater(), longestSilence);
  }

  #openLater(): void {
    this.#source?.close();
    this.#state.set('reconnecting');
    const wait = Math.min(firstWait * 2 ** this.#failures, longestWait);
    this.#failures += 1;
    // Half of the wait is random, or all readers come back at one moment.
    const jittered = wait * (0.5 + Math.random() / 2);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), jittered);
  }

  #add(tick: Tick): void {
    const row = { ...tick, afterGap: this.#gap };
    this.#gap = false;
    this.#rows.update((rows) => [row, ...rows].slice(0, maxRows));
  }
}
