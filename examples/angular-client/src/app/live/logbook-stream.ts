import { Injectable, signal } from '@angular/core';
import type { Entry } from '../../shared/logbook-event';
import { afterLast, withEvent } from './entries';
import { keepConnected, type Link } from './keep-connected';
import { readLogbookEvent } from './read-logbook-event';

/** Reads the book over an event stream. Provide it in a component: it ends with that. */
@Injectable()
export class LogbookStream {
  readonly #entries = signal<readonly Entry[]>([]);
  readonly entries = this.#entries.asReadonly();
  readonly state = keepConnected((link) => this.#connect(link));

  #connect(link: Link): () => void {
    const source = new EventSource(
      `/api/logbook/stream${afterLast(this.#entries())}`,
    );
    source.onmessage = ({ data }: MessageEvent<unknown>) => {
      const event = readLogbookEvent(data);
      if (event) {
        this.#entries.update((entries) => withEvent(entries, event));
      }
      if (event?.type === 'alive') {
        link.alive(event.within);
      }
    };
    // An EventSource tries again by itself, but never after an answer that is no
    // stream, and all clients after the same time. So each ends at its first error.
    source.onerror = () => link.lost();
    return () => source.close();
  }
}
