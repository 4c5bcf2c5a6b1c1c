import { describe, expect, test } from 'vitest';

import { carryOver } from './carry-over.ts';
import { type Entry, newCatalogue, newEntry } from './catalogue.ts';
import { merge } from './merge.ts';
import type { PlacedMessage } from './message.ts';
import { printPo } from './po-write.ts';
import { readPo } from './po-read.ts';

const file = 'docs/page.mdx';

function message(id: string, context?: string): PlacedMessage {
  return {
    id,
    ...(context === undefined ? {} : { context }),
    comment: 'paragraph',
    file,
  };
}

function translated(
  id: string,
  text: string,
  rest: Partial<Entry> = {},
): Entry {
  return { ...newEntry(id), text, ...rest };
}

function run(entries: Entry[], messages: PlacedMessage[]) {
  const result = merge(
    newCatalogue('page.po', newEntry(''), entries),
    messages,
  );
  return { entries: result.catalogue.entries, counts: result.counts };
}

const none = { stale: 0, carriedOver: 0, added: 0, gone: 0 };

describe('a merge', () => {
  test('keeps what has not changed, in the order of the page', () => {
    const { entries, counts } = run(
      [translated('One.', 'Eins.'), translated('Two.', 'Zwei.')],
      [message('Two.'), message('One.')],
    );
    expect(entries.map(({ text }) => text)).toEqual(['Zwei.', 'Eins.']);
    expect(counts).toEqual(none);
  });

  test('makes a changed sentence fuzzy, with what it was', () => {
    const { entries, counts } = run(
      [translated('The server sends an event.', 'Der Server sendet.')],
      [message('The server sends one event.')],
    );
    expect(entries).toEqual([
      expect.objectContaining({
        id: 'The server sends one event.',
        text: 'Der Server sendet.',
        fuzzy: true,
        previousId: 'The server sends an event.',
      }),
    ]);
    expect(counts).toEqual({ ...none, stale: 1 });
  });

  test('keeps the first text of an entry that is fuzzy already', () => {
    const { entries } = run(
      [
        translated('The server sends an event.', 'x', {
          fuzzy: true,
          previousId: 'The server sent an event.',
        }),
      ],
      [message('The server sends one event.')],
    );
    expect(entries[0]?.previousId).toBe('The server sent an event.');
  });

  test('gives each new text the old one that it is most like', () => {
    const { entries } = run(
      [translated('Start the server now.', 'Starten.')],
      [
        message('Start the servers, then stop.'),
        message('Start a server now.'),
      ],
    );
    expect(entries.map(({ text }) => text)).toEqual(['', 'Starten.']);
  });

  test('does not confuse texts that have little in common', () => {
    const { entries, counts } = run(
      [translated('The server sends an event.', 'Der Server sendet.')],
      [message('Close the browser window.')],
    );
    expect(entries.map(({ obsolete, text }) => [obsolete, text])).toEqual([
      [false, ''],
      [true, 'Der Server sendet.'],
    ]);
    expect(counts).toEqual({ ...none, added: 1, gone: 1 });
  });

  test('forgets what was never translated', () => {
    expect(run([newEntry('Gone.')], []).entries).toEqual([]);
  });

  test('takes an obsolete translation up again', () => {
    const { entries, counts } = run(
      [translated('Back.', 'Zurück.', { obsolete: true })],
      [message('Back.')],
    );
    expect(entries[0]).toMatchObject({ text: 'Zurück.', obsolete: false });
    expect(counts).toEqual(none);
  });

  test('carries a translation over when only a code span has changed', () => {
    const { entries, counts } = run(
      [translated('Call `peer.send()` once.', 'Rufe `peer.send()` auf.')],
      [message('Call `peer.publish()` once.')],
    );
    expect(entries[0]).toMatchObject({
      text: 'Rufe `peer.publish()` auf.',
      fuzzy: false,
    });
    expect(counts).toEqual({ ...none, carriedOver: 1 });
  });

  test('leaves a comment in code to code', () => {
    const { entries } = run(
      [translated('Sends it.', 'Sendet es.')],
      [message('Sends it.', 'code')],
    );
    expect(entries[0]?.text).toBe('');
  });

  test('follows a text from one role to another, as fuzzy', () => {
    const { entries } = run(
      [translated('WebSockets', 'WebSockets')],
      [message('WebSockets', 'title')],
    );
    expect(entries[0]).toMatchObject({ fuzzy: true, previousId: 'WebSockets' });
  });

  test('changes nothing when it is done twice', () => {
    const first = merge(
      newCatalogue('page.po', newEntry(''), [
        translated('The server sends an event.', 'Der Server sendet.'),
        translated('Gone for good.', 'Weg.'),
      ]),
      [message('The server sends one event.'), message('New.')],
    );
    const text = printPo(first.catalogue);
    const second = merge(readPo(text, 'page.po'), [
      message('The server sends one event.'),
      message('New.'),
    ]);
    expect(printPo(second.catalogue)).toBe(text);
    expect(second.counts).toEqual(none);
  });
});

describe('a carry-over', () => {
  test.each([
    [
      'See [it](https://a.b/c).',
      'See [it](https://a.b/d).',
      'Siehe [das](https://a.b/c).',
      'Siehe [das](https://a.b/d).',
    ],
    [
      'Needs Node 20.19.0.',
      'Needs Node 22.1.0.',
      'Braucht Node 20.19.0.',
      'Braucht Node 22.1.0.',
    ],
    [
      'At <Fact of="a#b" />.',
      'At <Fact of="a#c" />.',
      'Unter <Fact of="a#b" />.',
      'Unter <Fact of="a#c" />.',
    ],
    ['`a` and `b`', '`b` and `a`', '`b`, `a`', '`a`, `b`'],
  ])('rewrites %j', (before, after, translation, expected) => {
    expect(carryOver(before, after, translation)).toBe(expected);
  });

  test.each([
    ['the words have changed', 'Call `a` now.', 'Call `b` later.', 'Rufe `a`.'],
    ['the span stands twice', '`a` and `a`', '`b` and `a`', '`a` und `a`'],
    ['the translation has it twice', 'Call `a`.', 'Call `b`.', '`a`, `a`'],
    ['the translation lost it', 'Call `a`.', 'Call `b`.', 'Rufe es.'],
  ])('does not guess where %s', (_, before, after, translation) => {
    expect(carryOver(before, after, translation)).toBeUndefined();
  });
});
