import { vi } from 'vitest';
import { FakeEventSource } from './fake-event-source';
import { FakeSocket } from './fake-socket';

/** From now on a test decides about sockets, streams, time and chance. */
export function takeOver(): void {
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'Date',
    ],
  });
  FakeSocket.opened = [];
  FakeEventSource.opened = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('EventSource', FakeEventSource);
  // The longest wait that chance can choose.
  vi.spyOn(Math, 'random').mockReturnValue(1);
}
