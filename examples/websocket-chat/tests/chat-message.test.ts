import { describe, expect, it } from 'vitest';
import { parseChatMessage } from '../src/app/chat-message';

describe('parseChatMessage', () => {
  it.each([
    { type: 'welcome', id: 'a' },
    { type: 'joined', id: 'a' },
    { type: 'left', id: 'a' },
    { type: 'message', from: 'a', text: '' },
    { type: 'error', reason: 'Too long' },
  ])('reads $type', (message) => {
    expect(parseChatMessage(JSON.stringify(message))).toEqual(message);
  });

  it.each([
    'pong',
    'null',
    '[]',
    '"welcome"',
    '{"type":"welcome"}',
    '{"type":"left","id":1}',
    '{"type":"message","text":"No sender"}',
    '{"type":"error"}',
    '{"type":"unknown","id":"a"}',
    new Blob(['{"type":"welcome","id":"a"}']),
    undefined,
  ])('rejects %s', (frame) => {
    expect(parseChatMessage(frame)).toBeUndefined();
  });
});
