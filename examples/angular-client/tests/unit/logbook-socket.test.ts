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

it('shows what comes, each once', () => {
  connect(entry(1), entry(2));
  socket().receive(entry(2));
  socket().receive(entry(3));
  expect(texts()).toEqual(['Note 1', 'Note 2', 'Note 3']);
});

it('comes back to where it was', () => {
  connect(entry(1), entry(2));
  expect(socket().url).toBe('/api/ws/logbook');
  reconnect();
  expect(socket().url).toBe('/api/ws/logbook?after=b-2');
  connect(entry(3));
  expect(texts()).toEqual(['Note 1', 'Note 2', 'Note 3']);
});

it('begins anew with a book that does not know where it was', () => {
  connect(entry(1), entry(2));
  reconnect();
  connect({ type: 'reset' }, entry(7));
  expect(texts()).toEqual(['Note 7']);
});

it('is not connected by a socket that opens and stays silent', () => {
  socket().accept();
  expect(logbook.state()).toBe('connecting');
  logbook.write('Hello');
  expect(socket().sent).toEqual([]);
});

it('sends a note, and shows it as sent once it comes back', () => {
  connect();
  logbook.write('Hello');
  const [note] = logbook.unsent();
  expect(note.text).toBe('Hello');
  expect(socket().sent).toEqual([note]);

  socket().receive({ type: 'entry', entry: { ...note, cursor: 'b-1' } });
  expect(logbook.unsent()).toEqual([]);
  expect(texts()).toEqual(['Hello']);
});

it('keeps what is written without a connection, and sends it in order', () => {
  logbook.write('one');
  logbook.write('two');
  connect();
  expect(socket().sent).toEqual(logbook.unsent());
  expect(logbook.unsent().map(({ text }) => text)).toEqual(['one', 'two']);
});

it('sends again what was lost with its connection, by the same id', () => {
  connect();
  logbook.write('Hello');
  const [first] = socket().sent;
  reconnect();
  connect();
  expect(FakeSocket.opened).toHaveLength(2);
  expect(socket().sent).toEqual([first]);
});

it('does not send again what had arrived before the connection was lost', () => {
  connect();
  logbook.write('Hello');
  const [note] = logbook.unsent();
  reconnect();
  // The book shows it first, and then says that this is all.
  connect({ type: 'entry', entry: { ...note, cursor: 'b-1' } });
  expect(socket().sent).toEqual([]);
  expect(logbook.unsent()).toEqual([]);
});

it('sends once, however often the book gives a sign of life', () => {
  logbook.write('Hello');
  connect();
  socket().receive(alive);
  socket().receive(alive);
  expect(socket().sent).toHaveLength(1);
});

it('gives up what the book refuses, and says why', () => {
  connect();
  logbook.write('x'.repeat(501));
  const [note] = logbook.unsent();
  socket().receive({ type: 'refused', id: note.id, reason: 'Too long.' });
  expect(logbook.unsent()).toEqual([]);
  expect(logbook.error()).toBe('Too long.');
  logbook.write('shorter');
  expect(logbook.error()).toBe('');
});

it('takes no notice of what the book does not send', () => {
  connect(entry(1));
  for (const data of ['', '{', 'null', '{"type":"entry"}', '{"type":"gone"}']) {
    socket().receive(data);
  }
  expect(texts()).toEqual(['Note 1']);
  expect(logbook.state()).toBe('connected');
});

it('gives each note an id of its own', () => {
  for (let count = 0; count < 50; count += 1) logbook.write('Hello');
  const ids = logbook.unsent().map(({ id }) => id);
  expect(new Set(ids).size).toBe(50);
  expect(ids.every((id) => /^[\w-]{8,40}$/.test(id))).toBe(true);
});

/** The server lets the socket in, and sends what there is. */
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
