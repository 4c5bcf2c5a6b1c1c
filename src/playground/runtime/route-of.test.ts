import { expect, it } from 'vitest';
import { routeOf } from './route-of.ts';

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
