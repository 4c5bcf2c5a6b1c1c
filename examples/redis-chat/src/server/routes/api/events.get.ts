import { defineEventHandler, getRequestHeader } from 'h3';
import { chat } from '../../chat/chat';
import type { Listener } from '../../chat/hub';
import { readMessageId } from '../../chat/read-visit';
import { openEventStream } from '../../event-streams';

/** All messages as an event stream, for clients that only read. */
export default defineEventHandler((event) => {
  const stream = openEventStream(event);
  const listener: Listener = {
    welcome({ resumed, messages }) {
      // No header is sent before the first event.
      void stream.push({ event: 'welcome', data: `${resumed}` });
      for (const message of messages) {
        void stream.push({ id: message.id, data: JSON.stringify(message) });
      }
    },
    hear(message) {
      void stream.push({ id: message.id, data: JSON.stringify(message) });
    },
    lost: () => void stream.close(),
  };
  stream.onClosed(() => chat.leave(listener));
  const after = readMessageId(getRequestHeader(event, 'last-event-id'));
  chat.join(listener, after).catch(async () => {
    // Any response other than a stream would stop the browser from reconnecting.
    await stream.push({ event: 'away', retry: 2_000, data: 'Try again' });
    await stream.close();
  });
  return stream.send();
});
