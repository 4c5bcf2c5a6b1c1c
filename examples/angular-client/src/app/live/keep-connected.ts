import { isPlatformBrowser } from '@angular/common';
import {
  DestroyRef,
  DOCUMENT,
  inject,
  PLATFORM_ID,
  type Signal,
  signal,
  type WritableSignal,
} from '@angular/core';
import { reconnectDelay } from './reconnect-delay';

export type LinkState = 'connecting' | 'connected' | 'lost' | 'offline';

/** Callbacks of a connection for `keepConnected`. */
export interface Link {
  /** The connection works; the next heartbeat arrives within so many milliseconds. */
  alive(within: number): void;
  /** The connection was lost or couldn't be opened. */
  lost(): void;
}

/** Opens a connection; returns a function that closes it without calling `lost`. */
export type Connect = (link: Link) => () => void;

/** The timeout for the first heartbeat of a new connection, in milliseconds. */
const patience = 10_000;

/**
 * Connects, and reconnects whenever the connection is lost, until the calling
 * component or service is destroyed. Opens nothing during server-side
 * rendering.
 *
 * - It uses exponential backoff with jitter.
 * - Offline, it doesn't try. Once online, it connects immediately.
 * - A hidden page keeps its connection, but reconnects only when it's visible.
 * - A connection without a heartbeat counts as lost.
 */
export function keepConnected(connect: Connect): Signal<LinkState> {
  const state = signal<LinkState>('connecting');
  const document = inject(DOCUMENT);
  const window = document.defaultView;
  if (isPlatformBrowser(inject(PLATFORM_ID)) && window) {
    const keeper = new Keeper(connect, state, window);
    const events = new AbortController();
    const { signal: until } = events;
    const check = () => keeper.check();
    window.addEventListener('online', check, { signal: until });
    window.addEventListener('offline', check, { signal: until });
    document.addEventListener('visibilitychange', check, { signal: until });
    inject(DestroyRef).onDestroy(() => {
      events.abort();
      keeper.end();
    });
    keeper.check();
  }
  return state.asReadonly();
}

/** Manages one connection at a time. */
class Keeper {
  #end: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(
    readonly connect: Connect,
    readonly state: WritableSignal<LinkState>,
    readonly window: Window,
  ) {}

  /** Reacts to the network state and the visibility of the page. */
  check(): void {
    const { navigator, document } = this.window;
    if (!navigator.onLine) {
      // The connection may seem open for minutes. Missed events arrive on resuming.
      this.end();
      this.#failures = 0;
      this.state.set('offline');
    } else if (this.#end === undefined && isSeen(document)) {
      this.#open();
    }
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#end?.();
    this.#end = undefined;
  }

  #open(): void {
    this.state.set('connecting');
    this.#expectSign(patience);
    this.#end = this.connect({
      alive: (within) => {
        this.#failures = 0;
        this.state.set('connected');
        // Twice the interval, because a heartbeat may be late.
        this.#expectSign(2 * within);
      },
      lost: () => this.#lose(),
    });
  }

  #lose(): void {
    this.end();
    this.state.set('lost');
    if (isSeen(this.window.document)) {
      const delay = reconnectDelay(this.#failures++);
      this.#timer = setTimeout(() => this.#open(), delay);
    }
  }

  #expectSign(within: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lose(), within);
  }
}

function isSeen({ visibilityState }: Document): boolean {
  return visibilityState === 'visible';
}
