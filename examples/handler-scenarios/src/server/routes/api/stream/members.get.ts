import {
  createEventStream,
  defineEventHandler,
  type EventStream,
  getRequestURL,
} from 'h3';

interface OpenStream {
  readonly stream: EventStream;
  /** Whether the client has closed its connection. */
  left: boolean;
  /** How often the callback of `onClosed` ran. */
  closed: number;
}

const streams = new Map<string, OpenStream>();

/**
 * Opens a stream under `?name=`, or calls a member of an open one: `?call=push`
 * with `&data=`, `pause`, `resume`, `flush` or `close`.
 */
export default defineEventHandler(async (event) => {
  const { searchParams } = getRequestURL(event);
  const name = searchParams.get('name') ?? '';
  const open = streams.get(name);
  if (open) {
    await callMember(open.stream, searchParams);
    const { left, closed } = open;
    return { isPaused: open.stream.isPaused, left, closed };
  }
  const autoclose = searchParams.get('autoclose') !== 'no';
  const stream = createEventStream(event, { autoclose });
  const opened: OpenStream = { stream, left: false, closed: 0 };
  streams.set(name, opened);
  event.node.req.on('close', () => {
    opened.left = true;
  });
  stream.onClosed(() => {
    opened.closed += 1;
  });
  void stream.push('open');
  return stream.send();
});

async function callMember(stream: EventStream, query: URLSearchParams) {
  switch (query.get('call')) {
    case 'push':
      await stream.push(query.get('data') ?? '');
      break;
    case 'pause':
      stream.pause();
      break;
    case 'resume':
      await stream.resume();
      break;
    case 'flush':
      await stream.flush();
      break;
    case 'close':
      await stream.close();
      break;
  }
}
