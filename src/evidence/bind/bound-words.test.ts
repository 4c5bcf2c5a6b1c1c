import type { LinkReference } from 'mdast';
import { expect, test } from 'vitest';
import { storeOf } from '../record/store.ts';
import { readLockfile } from '../record/version.ts';
import { checkBoundWords } from './bound-words.ts';

const evidence = storeOf('examples', ['chat/closed'], () => ({
  path: 'examples/chat/evidence/closed.json',
  text: JSON.stringify({
    kind: 'facts',
    normal: { reason: 'Done' },
    kicked: { reason: 'Kicked out' },
    lost: { reason: '' },
  }),
}));
const sources = { evidence, lockfile: readLockfile('package-lock.json') };

function check(words: string): void {
  const node: LinkReference = {
    type: 'linkReference',
    identifier: '=normal',
    referenceType: 'full',
    children: [{ type: 'text', value: words }],
  };
  const binding = {
    of: 'chat/closed#normal.reason',
    kind: 'record',
    title: 'Done',
  } as const;
  checkBoundWords(node, binding, sources);
}

test('words may not state another outcome of the same key', () => {
  expect(() => check('the reason Kicked out')).toThrow(
    'these words say "Kicked out", and chat/closed#normal.reason is "Done".',
  );
});

test('an empty outcome is in no words', () => {
  expect(() => check('the reason')).not.toThrow();
});
