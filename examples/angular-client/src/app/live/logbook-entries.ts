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

/** The book as a list that grows, over a socket that is opened again when it is lost. */
export function logbookEntries(): Observable<readonly Entry[]> {
  let entries: readonly Entry[] = [];
  const oneSocket = defer(() =>
    webSocket<LogbookEvent | undefined>({
      url: `/api/ws/logbook${afterLast(entries)}`,
      // What this throws would end the socket: it is for a reader that never does.
      deserializer: ({ data }: MessageEvent<unknown>) => readLogbookEvent(data),
    }),
  );
  // A socket that its server closed in order completes, which is no error to retry.
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
