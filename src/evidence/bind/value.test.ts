import { expect, test } from 'vitest';
import { numbersOf } from './numbers.ts';
import { storeOf } from '../record/store.ts';
import { shownValue } from './value.ts';

const evidence = storeOf('examples', ['app/run'], () => ({
  path: 'examples/app/evidence/run.json',
  text: JSON.stringify({
    ...{ kind: 'facts', bytes: 65536, own: 29, base: 19, exitCode: 1006 },
    ...{ sent: '1.5 MiB', reason: 'Sign in first', get: { status: 404 } },
  }),
}));
const lockfile = new Map([['node_modules/h3', '1.15.4']]);

function shown(of: string, title?: string) {
  const kind = of === 'h3' ? 'version' : 'record';
  const { type, value } = shownValue(
    { of: kind === 'version' ? of : `app/run#${of}`, kind, title },
    { evidence, lockfile },
    numbersOf('de'),
  );
  return [type, value];
}

test.each([
  ['bytes', undefined, ['text', '65.536']],
  ['sent', undefined, ['text', '1,5\u00a0MiB']],
  ['h3', undefined, ['text', '1.15.4']],
  ['reason', undefined, ['inlineCode', 'Sign in first']],
  ['exitCode', undefined, ['inlineCode', '1006']],
  ['get.status', undefined, ['inlineCode', '404']],
  ['bytes', 'as code', ['inlineCode', '65536']],
  ['reason', 'as text', ['text', 'Sign in first']],
  ['own', 'ratio to base', ['text', '1,5']],
])('shows %s with the title %o as %o', (of, title, value) => {
  expect(shown(of, title)).toEqual(value);
});

test('refuses the ratio to a text', () => {
  expect(() => shown('own', 'ratio to sent')).toThrow(
    '"app/run#own" and "sent" are not two numbers',
  );
});
