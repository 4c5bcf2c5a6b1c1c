import { beforeEach, expect, it, vi } from 'vitest';
import { LogbookStream } from '../../src/app/live/logbook-stream';
import { FakeEventSource } from './support/fake-event-source';
import { alive, entry, provided, source } from './support/fakes';
import { takeOver } from './support/take-over';

let logbook: LogbookStream;

beforeEach(() => {
  takeOver();
  logbook = provided(LogbookStream);
});

it('shows each entry once', () => {
  for (const event of [entry(1), entry(2), entry(2), alive, entry(3)]) {
    source().receive(event);
  }
  expect(texts()).toEqual(['Note 1', 'Note 2', 'Note 3']);
  expect(logbook.state()).toBe('connected');
});

it('opens a new stream after the last entry', () => {
  source().receive(entry(1));
  source().receive(alive);
  const [first] = FakeEventSource.opened;
  source().lose();
  expect(first.readyState).toBe(2);
  expect(logbook.state()).toBe('lost');

  vi.advanceTimersByTime(500);
  expect(source().url).toBe('/api/logbook/stream?after=b-1');
  source().receive(entry(2));
  source().receive(alive);
  expect(texts()).toEqual(['Note 1', 'Note 2']);
});

it("retries with growing delays after a response that isn't a stream", () => {
  const opened = [500, 1000, 2000].map((delay) => {
    source().refuse();
    vi.advanceTimersByTime(delay - 1);
    const before = FakeEventSource.opened.length;
    vi.advanceTimersByTime(1);
    return FakeEventSource.opened.length - before;
  });
  expect(opened).toEqual([1, 1, 1]);
});

it('ignores unknown messages', () => {
  source().receive({ type: 'entry' });
  source().receive('Hello');
  expect(texts()).toEqual([]);
});

function texts(): string[] {
  return logbook.entries().map(({ text }) => text);
}
