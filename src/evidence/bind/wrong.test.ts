import { describe, expect, test } from 'vitest';
import { storeOf } from '../record/store.ts';
import { wrongOf } from './wrong.ts';

const layout = {
  kind: 'layout',
  about: 'Everything is in the wrong folder.',
  files: { socket: 'src/server/ws.ts', get: 'src/server/hello.get.ts' },
  served: {
    socket: {
      development: { count: 1, urls: ['/ws'], silent: ['/api/ws', '/late'] },
      production: { count: 2, urls: ['/ws', '/late'], silent: ['/api/ws'] },
    },
    get: {
      development: { count: 0, urls: [] },
      production: { count: 0, urls: [] },
    },
  },
};
const store = storeOf('examples', ['app/moved'], () => ({
  path: 'examples/app/evidence/moved.json',
  text: JSON.stringify(layout),
}));
const wrong = (path: string) => wrongOf(store, `app/moved#${path}`);

test('a file that neither server serves is a counter-example', () => {
  expect(wrong('files.get')).toBe('src/server/hello.get.ts');
});

test('a URL at which a socket stays silent is a counter-example', () => {
  expect(wrong('served.socket.development.silent.0')).toBe('/api/ws');
});

describe('is no counter-example: ', () => {
  test.each([
    [
      'a file that is served',
      'files.socket',
      'the development server answers for "src/server/ws.ts" at "/ws", so it is no counter-example. Delete the ~~ around it.',
    ],
    [
      'a URL that answers on the other server',
      'served.socket.development.silent.1',
      'the production server answers for "/late", so it is no counter-example. Delete the ~~ around it.',
    ],
    [
      'a URL that answers',
      'served.socket.development.urls.0',
      'nothing shows that "app/moved#served.socket.development.urls.0" is wrong. Of a layout, name files.<name> or served.<name>.<server>.silent.<number>.',
    ],
    [
      'another value',
      'about',
      'nothing shows that "app/moved#about" is wrong. Of a layout, name files.<name> or served.<name>.<server>.silent.<number>.',
    ],
  ])('%s', (_, path, message) => {
    expect(() => wrong(path)).toThrow(message);
  });
});

describe('a route', () => {
  const at = (development: object, production: object = development) =>
    storeOf('examples', ['app/routes'], () => ({
      path: 'examples/app/evidence/routes.json',
      text: JSON.stringify({
        kind: 'routes',
        notes: { url: '/notes', development, production },
      }),
    }));
  const of = 'app/routes#notes.url';

  test('that only a POST reaches is no counter-example', () => {
    const store = at({ get: { status: 405 }, post: { status: 201 } });
    expect(() => wrongOf(store, of)).toThrow(
      'the development server answers at "/notes", so it is no counter-example. Delete the ~~ around it.',
    );
  });

  test('that was asked of one server alone is no counter-example', () => {
    const store = storeOf('examples', ['app/routes'], () => ({
      path: 'examples/app/evidence/routes.json',
      text: '{"kind":"routes","notes":{"url":"/notes","development":{"websocket":"refused"}}}',
    }));
    expect(() => wrongOf(store, of)).toThrow(
      'nothing was asked of the production server at "/notes", so nothing shows that it is wrong. Measure it there too.',
    );
  });

  test('of which nothing was measured is no route', () => {
    const store = storeOf('examples', ['app/routes'], () => ({
      path: 'examples/app/evidence/routes.json',
      text: '{"kind":"routes","notes":{"url":"/notes"}}',
    }));
    expect(() => wrongOf(store, of)).toThrow(
      'examples/app/evidence/routes.json: "notes.production" is not an object. Record it again with: npm run evidence',
    );
  });

  test('that one server refuses and the other answers with the page is a counter-example', () => {
    const page = { get: { status: 200, 'content-type': 'text/html' } };
    expect(wrongOf(at({ get: { status: 404 } }, page), of)).toBe('/notes');
  });
});
