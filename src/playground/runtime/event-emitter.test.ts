import { EventEmitter as NodeEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { EventEmitter } from './event-emitter.ts';

it.each([
  ['ours', new EventEmitter()],
  ["Node's", new NodeEmitter()],
])('%s calls, counts and removes listeners like Node', (_whose, emitter) => {
  const calls: unknown[] = [];
  const first = (...values: unknown[]) => void calls.push('first', ...values);
  const second = () => {
    calls.push('second');
    emitter.off('a', first);
  };
  emitter.on('a', first).on('a', second).prependListener('a', first);
  emitter.once('a', () => void calls.push('once'));
  expect(emitter.listenerCount('a')).toBe(4);
  expect(emitter.emit('a', 1, 2)).toBe(true);
  expect(emitter.emit('a')).toBe(true);
  expect(calls).toEqual([
    ...['first', 1, 2, 'first', 1, 2, 'second', 'once'],
    ...['first', 'second'],
  ]);
  expect(emitter.emit('b')).toBe(false);
  expect(() => emitter.emit('error', new Error('lost'))).toThrow('lost');
  emitter.removeAllListeners();
  expect(emitter.eventNames()).toEqual([]);
});
