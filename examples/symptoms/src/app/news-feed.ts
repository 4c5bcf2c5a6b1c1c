import { Injectable, type OnDestroy, signal } from '@angular/core';

/** Reads the stream at `/api/news`. Provide the service in a component. */
@Injectable()
export class NewsFeed implements OnDestroy {
  readonly state = signal('Connecting…');
  readonly headline = signal('');
  #stream: EventSource | undefined;

  /** Opens the stream. Call it in the browser only. */
  // #region open
  open(): void {
    this.#stream = new EventSource('/api/news');
    this.#stream.onopen = () => this.state.set('Live');
    this.#stream.onerror = () => this.state.set('Reconnecting…');
    this.#stream.onmessage = ({ data }) => this.headline.set(String(data));
  }
  // #endregion open

  ngOnDestroy(): void {
    this.#stream?.close();
  }
}
