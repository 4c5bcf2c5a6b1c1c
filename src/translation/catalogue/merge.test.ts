import { describe, expect, test } from 'vitest';

import { carryOver } from './carry-over.ts';
import {
  type Entry,
  newCatalogue,
  newEntry,
  type PlacedMessage,
} from './catalogue.ts';
import { merge } from './merge.ts';
import { printPo } from './po.ts';
import { readPo } from './po.ts';

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

const none = { outdated: 0, carriedOver: 0, added: 0, gone: 0 };

describe('a merge', () => {
  test('keeps unchanged entries in page order', () => {
    const { entries, counts } = run(
      [translated('One.', 'Eins.'), translated('Two.', 'Zwei.')],
      [message('Two.'), message('One.')],
    );
    expect(entries.map(({ text }) => text)).toEqual(['Zwei.', 'Eins.']);
    expect(counts).toEqual(none);
  });

  test('makes a changed sentence fuzzy and records its previous text', () => {
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
    expect(counts).toEqual({ ...none, outdated: 1 });
  });

  test('keeps the previous text of an entry that is already fuzzy', () => {
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

  test('matches each new text with the most similar old one', () => {
    const { entries } = run(
      [translated('Start the server now.', 'Starten.')],
      [
        message('Start the servers, then stop.'),
        message('Start a server now.'),
      ],
    );
    expect(entries.map(({ text }) => text)).toEqual(['', 'Starten.']);
  });

  test("doesn't match texts with little in common", () => {
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

  test('drops messages that were never translated', () => {
    expect(run([newEntry('Gone.')], []).entries).toEqual([]);
  });

  test('reuses an obsolete translation', () => {
    const { entries, counts } = run(
      [translated('Back.', 'Zurück.', { obsolete: true })],
      [message('Back.')],
    );
    expect(entries[0]).toMatchObject({ text: 'Zurück.', obsolete: false });
    expect(counts).toEqual(none);
  });

  test('carries a translation over if only a code span has changed', () => {
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

  test("doesn't match a comment in code with other text", () => {
    const { entries } = run(
      [translated('Sends it.', 'Sendet es.')],
      [message('Sends it.', 'code')],
    );
    expect(entries[0]?.text).toBe('');
  });

  test('matches a text in another role as fuzzy', () => {
    const { entries } = run(
      [translated('WebSockets', 'WebSockets')],
      [message('WebSockets', 'title')],
    );
    expect(entries[0]).toMatchObject({ fuzzy: true, previousId: 'WebSockets' });
  });

  test('is idempotent', () => {
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
      'At <Badge of="a#b" />.',
      'At <Badge of="a#c" />.',
      'Unter <Badge of="a#b" />.',
      'Unter <Badge of="a#c" />.',
    ],
    [
      'It [exits][=exit] at [=url].',
      'It [exits][=exit-code] at [=chat-url].',
      'Unter [=url] [endet][=exit] es.',
      'Unter [=chat-url] [endet][=exit-code] es.',
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
  ])('returns nothing if %s', (_, before, after, translation) => {
    expect(carryOver(before, after, translation)).toBeUndefined();
  });
});
