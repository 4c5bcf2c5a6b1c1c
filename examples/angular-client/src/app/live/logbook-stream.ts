import { Injectable, signal } from '@angular/core';
import type { Entry } from '../../shared/logbook-event';
import { afterLast, withEvent } from './entries';
import { keepConnected, type Link } from './keep-connected';
import { readLogbookEvent } from './read-logbook-event';

/** Reads the logbook over an event stream. Provide it in a component, which ends it. */
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
    // An EventSource reconnects by itself, but not after a response that isn't a stream,
    // and without jitter. So it's closed at its first error, and a new one is opened.
    source.onerror = () => link.lost();
    return () => source.close();
  }
}
