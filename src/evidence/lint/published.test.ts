import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedTypes } from './published.ts';
import { vocabularyOf } from './vocabulary.ts';

const modules = join(import.meta.dirname, '../fixtures/modules');
const declares = publishedTypes(modules, ['ws-kit', 'dom.d.ts', 'missing']);

describe('a package declares', () => {
  test.each([
    ['an interface', 'SocketOptions'],
    ['a member', 'maxPayload'],
    ['an optional member', 'heartbeat'],
    ['a method', 'ping()'],
    ['a member of a member', 'options.maxPayload'],
    ['a function', 'createSocket'],
    ['a text that a type allows', 'no-buffer'],
    ['a name in a single file', 'readyState'],
  ])('%s', (_, name) => {
    expect(declares(name)).toBe(true);
  });
});

describe('a package does not declare', () => {
  test.each([
    ['a part of a name', 'Payload'],
    ['a name in a comment', 'legacyPayload'],
    ['a part of a text', 'buffer'],
    ['a text with another part', 'no-buffers'],
    ['a member of another package', 'readyState.maxPayload'],
    ['a name of a package inside', 'innerOnly'],
    ['a name in what is no type', 'notPublished'],
    ['an expression', 'maxPayload = 1'],
  ])('%s', (_, name) => {
    expect(declares(name)).toBe(false);
  });
});

test('a declared name is real, although no example holds it', () => {
  const nothing = { texts: [], paths: [], packages: [], scripts: [] };
  expect(vocabularyOf(nothing).has('maxPayload')).toBe(false);
  expect(vocabularyOf(nothing, declares).has('maxPayload')).toBe(true);
});
