import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import {
  accept,
  arrive,
  blankDraft,
  bringBack,
  type Draft,
  readDraft,
  saveDraft,
} from './draft.ts';

const guide = ['guide'];

it("shows the code of a link, and restores the reader's code", () => {
  const written = { ...blankDraft(guide), texts: ['mine'] };
  const shown = arrive(written, ['foreign'], guide);
  expect(shown).toEqual({
    texts: ['foreign'],
    link: ['foreign'],
    kept: [['mine']],
  });
  const run = accept(shown);
  expect(run).toMatchObject({ texts: ['foreign'], link: undefined });
  expect(bringBack(run, guide)).toEqual(written);
});

it("keeps the reader's code when a link contains the original code", () => {
  const written = { ...blankDraft(guide), texts: ['mine'] };
  const shown = arrive(written, guide, guide);
  expect(shown).toEqual({ texts: guide, link: undefined, kept: [['mine']] });
});

it('keeps only code that the reader has written', () => {
  const first = arrive(blankDraft(guide), ['foreign'], guide);
  expect(first.kept).toEqual([]);
  expect(arrive(first, ['other'], guide).kept).toEqual([]);
  expect(bringBack(first, guide)).toEqual(blankDraft(guide));
});

it('keeps edits of linked code when a reload brings the link again', () => {
  const edited = {
    ...arrive(blankDraft(guide), ['foreign'], guide),
    texts: ['foreign, edited'],
  };
  expect(arrive(edited, ['foreign'], guide)).toBe(edited);
});

const text = fc.constantFrom('guide', 'a', 'b', 'c', 'd');
const step = fc.oneof(
  fc.record({
    kind: fc.constant('write'),
    text: text.map((one) => `my ${one}`),
  }),
  fc.record({ kind: fc.constant('link'), text }),
  fc.record({ kind: fc.constantFrom('run', 'reload'), text: fc.constant('') }),
);

it('any links, runs and reloads after an edit keep it available', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      // At most as many links as versions are kept.
      let links = 0;
      let draft: Draft = blankDraft(guide);
      let latest: string | undefined;
      const storage = new Map<string, string>();
      vi.stubGlobal('sessionStorage', {
        getItem: (key: string) => storage.get(key) ?? null,
        setItem: (key: string, value: string) => storage.set(key, value),
        removeItem: (key: string) => storage.delete(key),
      });
      for (const { kind, text: value } of steps) {
        if (kind === 'write') {
          draft = { ...draft, texts: [value] };
          latest = value;
          links = 0;
        } else if (kind === 'link' && links < 5) {
          draft = arrive(draft, [value], guide);
          links += 1;
        } else if (kind === 'run') draft = accept(draft);
        saveDraft('test', draft, guide);
        draft = readDraft('test', guide);
      }
      const reachable = [draft.texts, ...draft.kept].map(([one]) => one);
      if (latest !== undefined) expect(reachable).toContain(latest);
    }),
    { seed: 14, numRuns: 1_000 },
  );
});

it('keeps a draft without storage while the page is open', () => {
  const draft = { ...blankDraft(guide), texts: ['mine'] };
  saveDraft('page', draft, guide);
  expect(readDraft('page', guide)).toEqual(draft);
});

it.each([
  '',
  'null',
  '[]',
  '{"texts":["a","b"],"kept":[]}',
  '{"texts":[1],"kept":[]}',
  '{"texts":["a"],"kept":[["b"],"c"]}',
])('ignores %j in the storage', (json) => {
  vi.stubGlobal('sessionStorage', { getItem: () => json });
  expect(readDraft('test', guide)).toEqual(blankDraft(guide));
});
