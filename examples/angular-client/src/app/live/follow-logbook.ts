import { type ResourceStreamItem, type Signal, signal } from '@angular/core';
import type { Entry } from '../../shared/logbook-event';
import { withEvent } from './entries';
import { readLogbookEvent } from './read-logbook-event';

type Item = ResourceStreamItem<readonly Entry[]>;

/**
 * Reads the logbook for a resource: emits the growing list, or an error. The
 * browser's EventSource reconnects by itself and resumes.
 */
export function followLogbook(until: AbortSignal): Promise<Signal<Item>> {
  const source = new EventSource('/api/logbook/stream');
  until.addEventListener('abort', () => source.close());
  const item = signal<Item>({ value: [] });
  return new Promise((resolve) => {
    source.onmessage = ({ data }: MessageEvent<unknown>) => {
      const event = readLogbookEvent(data);
      if (event?.type === 'alive') {
        // All entries have arrived: the resource has its first value.
        resolve(item);
      } else if (event) {
        item.update((now) => ({
          value: withEvent('value' in now ? now.value : [], event),
        }));
      }
    };
    source.onerror = () => {
      // It doesn't reconnect after a response that isn't a stream.
      if (source.readyState === EventSource.CLOSED) {
        item.set({ error: new Error('The server gives no stream.') });
        resolve(item);
      }
    };
  });
}
