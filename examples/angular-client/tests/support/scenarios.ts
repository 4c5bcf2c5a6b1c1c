import { expect } from 'vitest';
import { fromNowOn, readOn, socketUrl, takeEntry } from './logbook';
import type { Wire } from './wire';

/** Two clients write, and one of them writes an invalid note. */
export async function twoWrite(wire: Wire): Promise<object> {
  const start = await fromNowOn(wire.server);
  const ada = await readOn(wire, 'Ada', start);
  const bob = await readOn(wire, 'Bob', start);

  ada.send('{"id":"ada-note-1","text":"Hello, Bob"}');
  await takeEntry(wire, ada, 'cursor-1');
  await bob.next();
  bob.send('{"id":"bob-note-1","text":"Hello, Ada"}');
  await takeEntry(wire, bob, 'cursor-2');
  await ada.next();

  for (const wrong of ['{"id":"bob-note-2"}', 'Hello']) {
    bob.send(wrong);
    await bob.next();
  }
  return evidence(wire);
}

/** One loses her connection, reconnects and resumes. */
export async function oneComesBack(wire: Wire): Promise<object> {
  const start = await fromNowOn(wire.server);
  const ada = await readOn(wire, 'Ada', start);
  const bob = await readOn(wire, 'Bob', start);

  ada.send('{"id":"ada-note-3","text":"Are you there?"}');
  const cursor = await takeEntry(wire, ada, 'cursor-1');
  await bob.next();
  ada.socket.terminate();
  await ada.next();
  bob.send('{"id":"bob-note-3","text":"Yes!"}');
  await takeEntry(wire, bob, 'cursor-2');

  const again = await readOn(wire, 'Ada again', `?after=${cursor}`);
  // The note that may be lost: it is stored, and isn't written twice.
  again.send('{"id":"ada-note-3","text":"Are you there?"}');
  again.send('{"id":"ada-note-4","text":"So am I."}');
  await takeEntry(wire, again, 'cursor-3');
  await bob.next();
  return evidence(wire);
}

/** The frames of a scenario; fails when one arrived that the scenario didn't take. */
async function evidence(wire: Wire): Promise<object> {
  for (const [name, frames] of Object.entries(await wire.untaken())) {
    expect(frames, `frames that ${name} did not expect`).toEqual([]);
  }
  return { kind: 'websocket', url: socketUrl, frames: wire.transcript() };
}
