import { type ResourceStreamItem, type Signal, signal } from '@angular/core';
import type { Entry } from '../../shared/logbook-event';
import { withEvent } from './entries';
import { readLogbookEvent } from './read-logbook-event';

type Item = ResourceStreamItem<readonly Entry[]>;

/**
 * Reads the book for a resource: the list as it grows, or why there is none. A
 * lost connection the browser's own EventSource opens again, and resumes.
 */
export function followLogbook(until: AbortSignal): Promise<Signal<Item>> {
  const source = new EventSource('/api/logbook/stream');
  until.addEventListener('abort', () => source.close());
  const item = signal<Item>({ value: [] });
  return new Promise((resolve) => {
    source.onmessage = ({ data }: MessageEvent<unknown>) => {
      const event = readLogbookEvent(data);
      if (event?.type === 'alive') {
        // All entries are there: the resource has its first value.
        resolve(item);
      } else if (event) {
        item.update((now) => ({
          value: withEvent('value' in now ? now.value : [], event),
        }));
      }
    };
    source.onerror = () => {
      // After an answer that is no stream it never tries again.
      if (source.readyState === EventSource.CLOSED) {
        item.set({ error: new Error('The server gives no stream.') });
        resolve(item);
      }
    };
  });
}
