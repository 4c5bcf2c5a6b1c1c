import { expect, it } from 'vitest';
import { filled, hasName, learn } from './learned.ts';

it('learns what a recorded name stands for, and forgets what it stood for before', () => {
  const first = learn({}, '/api/notes/<note-1>', '/api/notes/a-b');
  expect(filled('/api/notes/<note-1>?x', first)).toBe('/api/notes/a-b?x');
  const second = learn(first, '/api/notes/<note-2>', '/api/notes/c');
  const third = learn(second, '/api/notes/<note-1>', '/api/notes/d');
  expect(third).toEqual({ '<note-1>': 'd', '<note-2>': 'c' });
});

it('learns nothing from another answer', () => {
  const known = { '<note-1>': 'a' };
  expect(learn(known, '/api/notes/<note-1>', '/login')).toBe(known);
  expect(learn(known, '/api.notes', '/api-notes')).toBe(known);
});

it('tells a text that still has a name', () => {
  expect(hasName('/api/notes/<note-1>')).toBe(true);
  expect(hasName('/api/notes/1')).toBe(false);
  expect(filled('/<note-2>', { '<note-1>': 'a' })).toBe('/<note-2>');
});
