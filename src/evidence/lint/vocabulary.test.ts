import { describe, expect, test } from 'vitest';
import { vocabularyOf } from './vocabulary.ts';

const { has, like } = vocabularyOf({
  texts: [
    {
      path: 'examples/chat/vite.config.ts',
      text: `import analog from '@analogjs/platform';
export default defineConfig({
  plugins: [analog({ nitro: { experimental: { websocket: true } } })],
  server: { host: '127.0.0.1' },
});
peer.send(JSON.stringify(note));
if (received === 'ping') peer.publish('chat', $state);`,
    },
  ],
  paths: ['src/server/routes/api/ws/chat.ts', 'src/server/routes/[id].get.ts'],
  packages: ['@analogjs/platform', 'h3'],
  scripts: ['start'],
});

describe('a name is real if it is', () => {
  test.each([
    ['a file', 'src/server/routes/api/ws/chat.ts'],
    ['a folder', 'src/server/routes'],
    ['a folder with a slash', 'src/server/routes/'],
    ['a part of a path', '[id].get.ts'],
    ['an ending of a path', '.get.ts'],
    ['a package', 'h3'],
    ['an identifier', 'analog'],
    ['a call', 'analog()'],
    ['a call with something', 'peer.publish(…)'],
    ['a member', 'JSON.stringify'],
    ['an expression', "received === 'ping'"],
    ['an option', 'server'],
    ['an option inside others', 'nitro.experimental.websocket'],
    ['an option inside one', 'experimental.websocket'],
    ['a name with a dollar', '$state'],
  ])('%s', (_, name) => {
    expect(has(name)).toBe(true);
  });
});

describe('a name is not real if it is', () => {
  test.each([
    ['part of an identifier', 'analo'],
    ['the end of an identifier', 'alog()'],
    ['part of a name with a dollar', 'state'],
    ['a file that there is not', 'src/server/routes/ws/chat.ts'],
    ['an option in another one', 'server.websocket'],
    ['a member of something else', 'peer.stringify'],
    ['a package that is not installed', 'h4'],
  ])('%s', (_, name) => {
    expect(has(name)).toBe(false);
  });
});

test('the nearest names are of the same sort', () => {
  expect(like('src/server/routes/ws/chat.ts')[0]).toBe(
    'src/server/routes/api/ws/chat.ts',
  );
  expect(like('peer.sent()')[0]).toBe('peer.send');
});
