import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

it.each([
  ['websocket-caht', 'websocket-chat'],
  ['server-sent-event', 'server-sent-events'],
  ['api', 'api-routes'],
])('%s most likely means %s', (typed, meant) => {
  const names = ['api-routes', 'server-sent-events', 'websocket-chat'];
  expect(nearest(typed, names)).toBe(meant);
});
