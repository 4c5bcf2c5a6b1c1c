import { beforeEach, expect, it, vi } from 'vitest';
import { LogbookSocket } from '../../src/app/live/logbook-socket';
import { FakeSocket } from './support/fake-socket';
import { alive, entry, provided, socket } from './support/fakes';
import { takeOver } from './support/take-over';

let logbook: LogbookSocket;

beforeEach(() => {
  takeOver();
  logbook = provided(LogbookSocket);
});

it('shows each entry once', () => {
  connect(entry(1), entry(2));
  socket().receive(entry(2));
  socket().receive(entry(3));
  expect(texts()).toEqual(['Note 1', 'Note 2', 'Note 3']);
});

it('resumes after the last entry', () => {
  connect(entry(1), entry(2));
  expect(socket().url).toBe('/api/ws/logbook');
  reconnect();
  expect(socket().url).toBe('/api/ws/logbook?after=b-2');
  connect(entry(3));
  expect(texts()).toEqual(['Note 1', 'Note 2', 'Note 3']);
});

it('starts over with an unknown logbook', () => {
  connect(entry(1), entry(2));
  reconnect();
  connect({ type: 'reset' }, entry(7));
  expect(texts()).toEqual(['Note 7']);
});

it("isn't connected by an open but silent socket", () => {
  socket().accept();
  expect(logbook.state()).toBe('connecting');
  logbook.write('Hello');
  expect(socket().sent).toEqual([]);
});

it('sends a note, and shows it as sent once it is echoed', () => {
  connect();
  logbook.write('Hello');
  const [note] = logbook.unsent();
  expect(note.text).toBe('Hello');
  expect(socket().sent).toEqual([note]);

  socket().receive({ type: 'entry', entry: { ...note, cursor: 'b-1' } });
  expect(logbook.unsent()).toEqual([]);
  expect(texts()).toEqual(['Hello']);
});

it('queues notes without a connection, and sends them in order', () => {
  logbook.write('one');
  logbook.write('two');
  connect();
  expect(socket().sent).toEqual(logbook.unsent());
  expect(logbook.unsent().map(({ text }) => text)).toEqual(['one', 'two']);
});

it('resends lost notes with the same id', () => {
  connect();
  logbook.write('Hello');
  const [first] = socket().sent;
  reconnect();
  connect();
  expect(FakeSocket.opened).toHaveLength(2);
  expect(socket().sent).toEqual([first]);
});

it("doesn't resend notes that arrived before the connection was lost", () => {
  connect();
  logbook.write('Hello');
  const [note] = logbook.unsent();
  reconnect();
  // Entries come before the end of the replay.
  connect({ type: 'entry', entry: { ...note, cursor: 'b-1' } });
  expect(socket().sent).toEqual([]);
  expect(logbook.unsent()).toEqual([]);
});

it('sends once, regardless of heartbeats', () => {
  logbook.write('Hello');
  connect();
  socket().receive(alive);
  socket().receive(alive);
  expect(socket().sent).toHaveLength(1);
});

it('drops a rejected note, and shows why', () => {
  connect();
  logbook.write('x'.repeat(501));
  const [note] = logbook.unsent();
  socket().receive({ type: 'refused', id: note.id, reason: 'Too long.' });
  expect(logbook.unsent()).toEqual([]);
  expect(logbook.error()).toBe('Too long.');
  logbook.write('shorter');
  expect(logbook.error()).toBe('');
});

it('ignores unknown messages', () => {
  connect(entry(1));
  for (const data of ['', '{', 'null', '{"type":"entry"}', '{"type":"gone"}']) {
    socket().receive(data);
  }
  expect(texts()).toEqual(['Note 1']);
  expect(logbook.state()).toBe('connected');
});

it('gives each note a unique id', () => {
  for (let count = 0; count < 50; count += 1) logbook.write('Hello');
  const ids = logbook.unsent().map(({ id }) => id);
  expect(new Set(ids).size).toBe(50);
  expect(ids.every((id) => /^[\w-]{8,40}$/.test(id))).toBe(true);
});

/** Opens the socket, and sends existing entries. */
function connect(...events: unknown[]): void {
  socket().accept();
  for (const event of [...events, alive]) socket().receive(event);
  expect(logbook.state()).toBe('connected');
}

function reconnect(): void {
  socket().end();
  expect(logbook.state()).toBe('lost');
  vi.advanceTimersByTime(500);
  expect(logbook.state()).toBe('connecting');
}

function texts(): string[] {
  return logbook.entries().map(({ text }) => text);
}
