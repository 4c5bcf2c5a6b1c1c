import { expect, it } from 'vitest';
import { answersAt } from './answers-at.ts';

it.each([
  ['/api/ws/chat', '/api/ws/chat', true],
  ['/api/ws/chat', '/api/ws/chat/?room=1', true],
  ['/api/ws/chat', '/ws/chat', false],
  ['/api/ws/chat', '/api/ws', false],
  ['/api/notes/:id', '/api/notes/7', true],
  ['/api/notes/:id', '/api/notes', false],
  ['/api/notes/:id', '/api/notes/7/8', false],
  ['/api/files/**:path', '/api/files/a/b', true],
  ['/api/files/**:path', '/api/other', false],
  ['/', '/', true],
])('%s, asked for %s: %s', (route, path, answers) => {
  expect(answersAt(route, path)).toBe(answers);
});
