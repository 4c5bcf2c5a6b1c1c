import {
  concat,
  defer,
  filter,
  type Observable,
  retry,
  scan,
  tap,
  throwError,
  timer,
} from 'rxjs';
import { webSocket } from 'rxjs/webSocket';
import type { Entry, LogbookEvent } from '../../shared/logbook-event';
import { afterLast, withEvent } from './entries';
import { readLogbookEvent } from './read-logbook-event';
import { reconnectDelay } from './reconnect-delay';

/** Reads the logbook as a growing list, over a socket that reconnects. */
export function logbookEntries(): Observable<readonly Entry[]> {
  let entries: readonly Entry[] = [];
  const oneSocket = defer(() =>
    webSocket<LogbookEvent | undefined>({
      url: `/api/ws/logbook${afterLast(entries)}`,
      // An error thrown here would end the socket, so the reader never throws.
      deserializer: ({ data }: MessageEvent<unknown>) => readLogbookEvent(data),
    }),
  );
  // A socket that the server closes normally completes, and `retry` ignores that.
  const closed = throwError(() => new Error('The server closed the socket.'));
  return concat(oneSocket, closed).pipe(
    retry({
      delay: (_, count) => timer(reconnectDelay(count - 1)),
      resetOnSuccess: true,
    }),
    filter((event) => event !== undefined),
    scan(withEvent, entries),
    tap((list) => (entries = list)),
  );
}
