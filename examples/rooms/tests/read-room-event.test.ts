import { describe, expect, it } from 'vitest';
import { readRoomEvent } from '../src/app/read-room-event';

const message = {
  type: 'message',
  number: 1,
  from: 'a',
  name: 'Ada',
  text: '',
} as const;
const member = { id: 'a', name: 'Ada' };

describe('readRoomEvent', () => {
  it.each([
    { type: 'welcome', id: 'a', members: [member], messages: [message] },
    { type: 'joined', member },
    { type: 'left', id: 'a' },
    message,
    { ...message, from: null },
    { type: 'error', reason: 'Too long' },
  ])('reads $type', (event) => {
    expect(readRoomEvent(JSON.stringify(event))).toEqual(event);
  });

  it.each([
    'pong',
    'null',
    '[]',
    '{"type":"welcome","id":"a","members":[]}',
    '{"type":"welcome","id":"a","members":[{"id":"a"}],"messages":[]}',
    '{"type":"welcome","id":"a","members":[],"messages":[{"number":"1"}]}',
    '{"type":"joined","member":{"id":"a"}}',
    '{"type":"left","id":1}',
    '{"type":"message","number":1,"from":"a","name":"Ada"}',
    '{"type":"message","number":1,"from":2,"name":"Ada","text":""}',
    '{"type":"error"}',
    '{"type":"unknown","id":"a"}',
    new Blob(['{"type":"left","id":"a"}']),
    undefined,
  ])('rejects %s', (frame) => {
    expect(readRoomEvent(frame)).toBeUndefined();
  });
});
