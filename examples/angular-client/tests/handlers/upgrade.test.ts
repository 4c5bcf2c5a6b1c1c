import { expect, it } from 'vitest';
import socket from '../../src/server/routes/api/ws/logbook';

it.each([
  ['its own page', 'http://localhost', undefined],
  ['its own page, over HTTPS', 'https://localhost', undefined],
  ['no page', undefined, undefined],
  ['a page elsewhere', 'https://elsewhere.example', 403],
  ['a page with a longer name', 'http://localhost.elsewhere.example', 403],
  ['a page without an origin', 'null', 403],
])('accepts or refuses the socket of %s', async (_, origin, status) => {
  const headers = { host: 'localhost', ...(origin && { origin }) };
  const url = 'http://localhost/api/ws/logbook';
  const answer = await socket.__websocket__?.upgrade?.(
    Object.assign(new Request(url, { headers }), { context: {} }),
  );
  expect(answer instanceof Response ? answer.status : undefined).toBe(status);
});
