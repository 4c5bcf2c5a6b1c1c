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

/** What a connection tells the one who keeps it. */
export interface Link {
  /** It works, and the next sign of life comes within so many milliseconds. */
  alive(within: number): void;
  /** It has ended, or never began. */
  lost(): void;
}

/** Opens a connection; returns the function that ends it without a word. */
export type Connect = (link: Link) => () => void;

/** How long a new connection may take until it gives a sign of life. */
const patience = 10_000;

/**
 * Connects, and connects again each time that the connection is lost, until the
 * component or service that called it is destroyed. While the server renders,
 * nothing is opened.
 *
 * - It waits longer after each failure, and never as long as another client.
 * - Without a network it does not try. With one again, it does so at once.
 * - A hidden page keeps its connection. It does not renew one until it is seen.
 * - A connection that falls silent counts as lost.
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

/** One connection after the other, and at most one at a time. */
class Keeper {
  #end: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(
    readonly connect: Connect,
    readonly state: WritableSignal<LinkState>,
    readonly window: Window,
  ) {}

  /** Does what the network and the visibility of the page ask for. */
  check(): void {
    const { navigator, document } = this.window;
    if (!navigator.onLine) {
      // It may seem open for minutes yet. What is missed meanwhile comes on resuming.
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
        // Twice the time, since a sign of life may be late.
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
