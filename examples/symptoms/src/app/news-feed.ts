import { Injectable, type OnDestroy, signal } from '@angular/core';

/** The stream at `/api/news`, for a page that provides it. */
@Injectable()
export class NewsFeed implements OnDestroy {
  readonly state = signal('Connecting…');
  readonly headline = signal('');
  #stream: EventSource | undefined;

  /** Opens the stream; to be called in a browser only. */
  open(): void {
    this.#stream = new EventSource('/api/news');
    this.#stream.onopen = () => this.state.set('Live');
    this.#stream.onerror = () => this.state.set('Reconnecting…');
    this.#stream.onmessage = ({ data }) => this.headline.set(String(data));
  }

  ngOnDestroy(): void {
    this.#stream?.close();
  }
}
