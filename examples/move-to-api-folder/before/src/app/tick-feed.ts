import {
  afterNextRender,
  DestroyRef,
  inject,
  Injectable,
  signal,
} from '@angular/core';

/** Follows the ticks of the server. Provide it in a component: it is closed with the component. */
@Injectable()
export class TickFeed {
  readonly #state = signal('Connecting…');
  readonly #tick = signal('');
  readonly state = this.#state.asReadonly();
  /** The last one that has come. */
  readonly tick = this.#tick.asReadonly();

  constructor() {
    const destroyed = inject(DestroyRef);
    // Not called while the server renders the page.
    afterNextRender(() => {
      // Without a folder `api`, the built server has another URL.
      const url = import.meta.env.PROD ? '/sse' : '/api/sse';
      const source = new EventSource(url);
      source.onmessage = ({ data }: MessageEvent<unknown>) => {
        this.#state.set('Live');
        this.#tick.set(String(data));
      };
      source.onerror = () =>
        this.#state.set(
          source.readyState === EventSource.CLOSED ? 'Ended' : 'Reconnecting…',
        );
      destroyed.onDestroy(() => source.close());
    });
  }
}
