import { vi } from 'vitest';
import { FakeEventSource } from './fake-event-source';
import { FakeSocket } from './fake-socket';

/** Mocks sockets, streams, timers and randomness. */
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
  // The longest possible delay.
  vi.spyOn(Math, 'random').mockReturnValue(1);
}
