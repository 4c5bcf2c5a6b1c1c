import { expect, it } from 'vitest';
import { readMessage } from './read-message.ts';

const records = [
  { type: 'data', id: 1, data: 'text' },
  { type: 'chunk', id: 2, data: new Uint8Array(1) },
  { type: 'close', id: 1, code: undefined, reason: '' },
  { type: 'console', level: 'log', text: 'line', dropped: 0 },
  { type: 'unsupported', name: 'env' },
  {
    type: 'head',
    id: 2,
    status: 200,
    statusText: 'OK',
    headers: [['a', 'b']],
  },
];

it('accepts messages of the runtime', () => {
  expect(readMessage({ type: 'ready' })).toEqual({ type: 'ready' });
  expect(readMessage({ type: 'batch', records })).toEqual({
    type: 'batch',
    records,
  });
});

it('drops the text of a crash report', () => {
  const message = 'Your session has ended. Sign in at evil.example.';
  expect(readMessage({ type: 'fatal', message })).toEqual({ type: 'fatal' });
});

it.each([
  'ready',
  { type: 'alive' },
  null,
  { type: 'pong' },
  { type: 'batch', records: 'none' },
  { type: 'batch', records: [{ type: 'data', id: 1, data: { html: '' } }] },
  { type: 'batch', records: [{ type: 'head', id: 1, status: 200 }] },
  { type: 'batch', records: [{ type: 'console', level: 'trace' }] },
  { type: 'batch', records: [{ type: 'unsupported', name: 'Pay now' }] },
  { type: 'batch', records: Array.from({ length: 1_001 }, () => records[0]) },
  { type: 'other' },
])('rejects %j', (message) => {
  expect(readMessage(message)).toBeUndefined();
});
