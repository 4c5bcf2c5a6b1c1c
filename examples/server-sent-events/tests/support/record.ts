import type { EventStreamReader, StreamEvent } from './event-stream';
import { tickData } from './tick';

/** A connection in an evidence file, with names instead of ids and times. */
export interface RecordedConnection {
  request: { headers: Record<string, string> };
  response: { status: number; headers: Record<string, string | null> };
  events: StreamEvent[];
  end: 'client leaves';
}

/** Creates a recorder that uses the same name for a run or time in all connections: `<run-1>-4`, `<time-2>`. */
export function recordConnection(): (
  reader: EventStreamReader,
  requestHeaders: Record<string, string>,
  events: readonly StreamEvent[],
) => RecordedConnection {
  const runs = namer('run');
  const times = namer('time');
  const nameRun = (id: string) =>
    id.replace(/^[0-9a-f]{8}(?=-\d+$)/, (run) => runs(run));

  return (reader, requestHeaders, events) => ({
    request: {
      headers: Object.fromEntries(
        Object.entries(requestHeaders).map(([name, id]) => [name, nameRun(id)]),
      ),
    },
    response: {
      status: reader.status,
      headers: { 'content-type': reader.headers.get('content-type') },
    },
    events: events.map((event) => {
      const { time } = tickData(event);
      return {
        ...event,
        ...(event.id ? { id: nameRun(event.id) } : {}),
        data: event.data.replace(time, times(time)),
      };
    }),
    end: 'client leaves',
  });
}

/** Names new values `<kind-1>`, `<kind-2>`, and so on. */
function namer(kind: string): (value: string) => string {
  const known: string[] = [];
  return (value) => {
    if (!known.includes(value)) known.push(value);
    return `<${kind}-${known.indexOf(value) + 1}>`;
  };
}
