import { expect, it } from 'vitest';
import book from '../../src/server/routes/api/logbook/index.get';
import socket from '../../src/server/routes/api/ws/logbook';
import { answerer } from '../support/in-process.ts';

const ask = answerer({ '/api/logbook': book });

it('says where the book ends', async () => {
  const response = await ask(new Request('http://localhost/api/logbook'));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    lastCursor: '',
    readers: { now: 0, joined: 0 },
  });
});

// #region upgrade
it.each([
  ['its own page', 'http://localhost', undefined],
  ['its own page, over HTTPS', 'https://localhost', undefined],
  ['no page', undefined, undefined],
  ['a page elsewhere', 'https://elsewhere.example', 403],
  ['a page with a longer name', 'http://localhost.elsewhere.example', 403],
  ['a page without an origin', 'null', 403],
])('lets in or refuses: %s', async (_, origin, status) => {
  const headers = { host: 'localhost', ...(origin && { origin }) };
  const url = 'http://localhost/api/ws/logbook';
  const answer = await socket.__websocket__?.upgrade?.(
    Object.assign(new Request(url, { headers }), { context: {} }),
  );
  expect(answer instanceof Response ? answer.status : undefined).toBe(status);
});
// #endregion upgrade
