// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { afterLast, withEvent } from '../../src/app/live/entries';
import { readLogbookEvent } from '../../src/app/live/read-logbook-event';
import { idOf, readNote } from '../../src/server/logbook/read-note';
import type { Entry } from '../../src/shared/logbook-event';

const entry = { id: 'note-one', text: 'One', cursor: 'b-1' };

describe('a page reads', () => {
  it.each([
    { type: 'entry', entry },
    { type: 'alive', within: 15_000 },
    { type: 'reset' },
    { type: 'refused', id: 'note-one', reason: 'Too long.' },
  ])('$type', (event) => {
    expect(readLogbookEvent(JSON.stringify(event))).toEqual(event);
  });

  it('only the known members of an entry', () => {
    const event = { type: 'entry', entry: { ...entry, html: '<b>' }, more: 1 };
    const read = { type: 'entry', entry };
    expect(readLogbookEvent(JSON.stringify(event))).toEqual(read);
  });

  it.each([
    ['nothing', undefined],
    ['a Blob', new Blob(['{"type":"reset"}'])],
    ['no JSON', '{"type":"reset"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an unknown type', '{"type":"gone"}'],
    [
      'an entry without a cursor',
      '{"type":"entry","entry":{"id":"a","text":"b"}}',
    ],
    [
      'an entry whose text is none',
      '{"type":"entry","entry":{"id":"a","text":1,"cursor":"c"}}',
    ],
    ['a sign of life without a time', '{"type":"alive"}'],
    ['a sign of life at once', '{"type":"alive","within":0}'],
    ['a refusal without a reason', '{"type":"refused","id":"a"}'],
  ])('rejects %s', (_, data) => {
    expect(readLogbookEvent(data)).toBeUndefined();
  });
});

describe('the server reads', () => {
  const id = 'a1b2c3d4';

  it('a note', () => {
    const text = 'x'.repeat(500);
    expect(readNote(JSON.stringify({ id, text }))).toEqual({ id, text });
  });

  it.each([
    ['no JSON', '{'],
    ['a text alone', '"Hello"'],
    ['no text', JSON.stringify({ id })],
    ['no id', JSON.stringify({ text: 'Hello' })],
    ['an id that is too short', JSON.stringify({ id: 'a', text: 'Hello' })],
    [
      'an id with other characters',
      JSON.stringify({ id: 'a1b2c3d4\n', text: '' }),
    ],
    ['a text that is too long', JSON.stringify({ id, text: 'x'.repeat(501) })],
    ['a text that is none', JSON.stringify({ id, text: 1 })],
  ])('rejects %s', (_, json) => {
    expect(readNote(json)).toBeUndefined();
  });

  it('the id of an invalid note', () => {
    expect(idOf(JSON.stringify({ id }))).toBe(id);
    expect(idOf(JSON.stringify({ id: 'x'.repeat(1000) }))).toHaveLength(40);
    for (const json of ['{', 'null', '{"id":1}']) expect(idOf(json)).toBe('');
  });
});

describe('the list', () => {
  it('appends new entries, and starts over', () => {
    const [first, second] = ['1', '2'].map((number): Entry => ({
      ...{ id: `note-${number}`, text: number, cursor: `b-${number}` },
    }));
    const one = withEvent([], { type: 'entry', entry: first });
    const two = withEvent(one, { type: 'entry', entry: second });
    expect(two).toEqual([first, second]);
    expect(withEvent(two, { type: 'entry', entry: first })).toBe(two);
    expect(withEvent(two, { type: 'alive', within: 1 })).toBe(two);
    expect(withEvent(two, { type: 'reset' })).toEqual([]);
    expect(afterLast(two)).toBe('?after=b-2');
    expect(afterLast([])).toBe('');
  });

  it('is limited to the newest entries', () => {
    let list: readonly Entry[] = [];
    for (let number = 1; number <= 201; number += 1) {
      const one = { id: `${number}`, text: '', cursor: `b-${number}` };
      list = withEvent(list, { type: 'entry', entry: one });
    }
    expect(list).toHaveLength(200);
    expect(list.at(-1)?.id).toBe('201');
  });
});
