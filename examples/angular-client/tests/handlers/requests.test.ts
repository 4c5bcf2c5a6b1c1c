import { expect, it } from 'vitest';
import book from '../../src/server/routes/api/logbook/index.get';
import { answerer } from '../support/in-process';

const ask = answerer({ '/api/logbook': book });

it('returns the end of an empty logbook', async () => {
  const response = await ask(new Request('http://localhost/api/logbook'));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    lastCursor: '',
    readers: { now: 0, joined: 0 },
  });
});
