import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  costOf,
  formatJson,
  formattedCost,
  keptText,
  partCost,
  readText,
  shownPart,
} from './payload-text.ts';

/** Texts that are slow to lay out or to process. */
const hostile = fc.oneof(
  fc
    .constantFrom(
      'a',
      '\n',
      'a\u0301',
      '\u202ea',
      'aس',
      '👩‍👩‍👧‍👦',
      '[',
      '{"a":',
      '0,',
    )
    .chain((unit) =>
      fc.integer({ min: 0, max: 20_000 }).map((count) => unit.repeat(count)),
    ),
  fc.string({ unit: 'binary', maxLength: 2_000 }),
  fc.json(),
);

describe('a part of a payload', () => {
  it('stays within its cost, and grows to the whole text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let shown = { text: '', isWhole: false };
        for (let allowed = partCost; !shown.isWhole; allowed += partCost) {
          const next = shownPart(text, false, allowed);
          expect(shownPart(next.text, false, allowed).isWhole).toBe(true);
          expect(next.text.startsWith(shown.text)).toBe(true);
          expect(next.text.length).toBeGreaterThanOrEqual(shown.text.length);
          shown = next;
        }
        expect(shown.text).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('stays within its cost with formatted JSON of any depth', () => {
    for (const text of [
      '['.repeat(50_000) + ']'.repeat(50_000),
      '{"a":'.repeat(10_000) + '0' + '}'.repeat(10_000),
      `[${'0,'.repeat(40_000)}0]`,
      JSON.stringify('x'.repeat(90_000)),
    ]) {
      const part = shownPart(text, true, partCost);
      expect(part.isWhole).toBe(false);
      expect(shownPart(part.text, false, partCost).isWhole).toBe(true);
      expect(formattedCost({ payload: text })).toBeLessThanOrEqual(partCost);
    }
  });

  it('splits no surrogate pair', () => {
    for (const start of ['', 'x', 'xx']) {
      const { text } = shownPart(start + '😀'.repeat(5_000), false, partCost);
      expect(text).not.toMatch(/\p{Surrogate}/u);
    }
  });
});

it('measures the texts of a line, up to one part', () => {
  const line = {
    client: 'Ada',
    size: 7,
    payload: 'ä\n',
    headers: [['a', 'b']],
  };
  expect(costOf(line)).toBe(3 + 20 + 2);
  expect(costOf({ a: 'x'.repeat(6_000), b: 'x'.repeat(6_000) })).toBe(partCost);
  expect(costOf('x'.repeat(30_000_000))).toBe(partCost);
});

it.each([
  ['', 0, ''],
  ['Grüße 👋', 12, 'Grüße 👋'],
  ['x'.repeat(1_000_000), 1_000_000, 'x'.repeat(1_000_000)],
  ['x'.repeat(20_000_000), 20_000_000, `${'x'.repeat(1_000_000)}…`],
  ['😀'.repeat(600_000), 2_400_000, `${'😀'.repeat(500_000)}…`],
])(
  'keeps a million characters of a text, and counts its bytes',
  (text, size, kept) => {
    expect(keptText(text)).toEqual({ text: kept, size });
  },
);

it('reads a megabyte of an endless body, and cancels it', async () => {
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => controller.enqueue(new Uint8Array(300_000).fill(120)),
    cancel: () => {
      isCancelled = true;
    },
  });
  expect(await readText(endless)).toBe(`${'x'.repeat(1_000_000)}…`);
  expect(isCancelled).toBe(true);
  expect(await readText(new Blob(['Grüße']).stream())).toBe('Grüße');
});

it('formats JSON like JSON.stringify', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const formatted = JSON.stringify(value, null, 2);
      expect(formatJson(JSON.stringify(value), 1_000_000)).toBe(formatted);
      expect(formatJson(formatted, 1_000_000)).toBe(formatted);
    }),
  );
});

it('keeps the original notation of values', () => {
  expect(formatJson('{"a":1.0, "a":"\\u00e4" }', 100)).toBe(
    '{\n  "a": 1.0,\n  "a": "\\u00e4"\n}',
  );
});

it.each(['', 'ping', '{"a":}', '[1,]'])("doesn't format %j", (text) => {
  expect(formatJson(text, 100)).toBeUndefined();
});
