import { expect, it } from 'vitest';
import { matchesRoute, routeOf } from './route-of.ts';

it.each([
  ['api/ws/chat.ts', '/api/ws/chat', undefined],
  ['index.ts', '/', undefined],
  ['api/notes/index.get.ts', '/api/notes', 'get'],
  ['api/notes/[id].delete.ts', '/api/notes/:id', 'delete'],
  ['api/files/[...path].ts', '/api/files/**:path', undefined],
  ['api/[...].ts', '/api/**', undefined],
  ['(admin)/api/(inner)/users.post.ts', '/api/users', 'post'],
  ['api/get.ts', '/api/get', undefined],
  ['api/only.get.prod.ts', '/api/only', 'get'],
])('serves %s at %s', (file, url, method) => {
  expect(routeOf(`src/server/routes/${file}`)).toEqual({ url, method });
});

it.each([
  'src/server/routes/api/only.get.dev.ts',
  'src/server/notes.ts',
  'src/server/routes/api/readme.md',
])('serves nothing for %s', (path) => {
  expect(routeOf(path)).toBeUndefined();
});

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
])('%s, requested for %s: %s', (route, path, answers) => {
  expect(matchesRoute(route, path)).toBe(answers);
});
