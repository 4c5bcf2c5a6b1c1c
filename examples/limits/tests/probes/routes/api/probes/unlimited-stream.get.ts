import { createEventStream, defineEventHandler } from 'h3';
import type { Listener } from '../../../../../src/server/listeners';
import { unlimited } from '../../../support/audiences';

/** A stream of all broadcasts without a limit. */
export default defineEventHandler((event) => {
  const stream = createEventStream(event);
  const { res } = event.node;
  const listener: Listener = {
    send: (text) => void stream.push(text),
    waiting: () => res.writableLength,
    cut: () => res.destroy(),
  };
  unlimited.add(listener);
  stream.onClosed(() => unlimited.delete(listener));
  void stream.push({ event: 'open', data: '' });
  return stream.send();
});
