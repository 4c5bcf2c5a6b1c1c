import { expect, it } from 'vitest';
import {
  fillPlaceholders,
  hasPlaceholder,
  learnPlaceholders,
} from './placeholders.ts';

it('learns the value of a recorded name, which replaces its old one', () => {
  const first = learnPlaceholders({}, '/api/notes/<note-1>', '/api/notes/a-b');
  expect(fillPlaceholders('/api/notes/<note-1>?x', first)).toBe(
    '/api/notes/a-b?x',
  );
  const second = learnPlaceholders(
    first,
    '/api/notes/<note-2>',
    '/api/notes/c',
  );
  const third = learnPlaceholders(
    second,
    '/api/notes/<note-1>',
    '/api/notes/d',
  );
  expect(third).toEqual({ '<note-1>': 'd', '<note-2>': 'c' });
});

it('learns nothing from another response', () => {
  const known = { '<note-1>': 'a' };
  expect(learnPlaceholders(known, '/api/notes/<note-1>', '/login')).toBe(known);
  expect(learnPlaceholders(known, '/api.notes', '/api-notes')).toBe(known);
});

it('detects a text with an unknown name', () => {
  expect(hasPlaceholder('/api/notes/<note-1>')).toBe(true);
  expect(hasPlaceholder('/api/notes/1')).toBe(false);
  expect(fillPlaceholders('/<note-2>', { '<note-1>': 'a' })).toBe('/<note-2>');
});
