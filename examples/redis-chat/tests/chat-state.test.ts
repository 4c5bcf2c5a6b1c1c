import { expect, it } from 'vitest';
import { nothingYet, withEvent, withSaying } from '../src/app/chat-state';
import { chatUrl } from '../src/app/chat-url';
import { readChatEvent } from '../src/app/read-chat-event';
import type { ChatEvent } from '../src/shared/chat-event';
import { isAfter, isMessageId } from '../src/shared/message-id';

const one = { id: '1-0', key: 'key-1', name: 'Ada', text: 'One' };
const two = { id: '2-0', key: 'key-2', name: 'Bob', text: 'Two' };
const said = withSaying(nothingYet, { key: 'key-1', text: 'One' });
const heard = withEvent(said, { type: 'message', ...one });

it('a message is pending until it is acknowledged or received', () => {
  expect(said.pending).toEqual([{ key: 'key-1', text: 'One' }]);
  const stored: ChatEvent = { type: 'stored', key: 'key-1', id: '1-0' };
  expect(withEvent(said, stored)).toEqual(nothingYet);
  expect(heard).toEqual({ messages: [one], pending: [] });
});

it('a welcome resumes where the client left off, or starts over', () => {
  const messages = [two];
  const on = withEvent(heard, { type: 'welcome', resumed: true, messages });
  expect(on.messages).toEqual([one, two]);
  const anew = withEvent(heard, { type: 'welcome', resumed: false, messages });
  expect(anew.messages).toEqual([two]);
});

it('the next socket requests the messages after the last one', () => {
  expect(chatUrl('A & B', nothingYet)).toBe('/api/ws/chat?name=A+%26+B');
  expect(chatUrl('Ada', heard)).toBe('/api/ws/chat?name=Ada&after=1-0');
});

it('ids are compared as numbers', () => {
  expect(isAfter('10-0', '9-0')).toBe(true);
  expect(isAfter('9-10', '9-9')).toBe(true);
  expect(isAfter('9-9', '9-9')).toBe(false);
  expect(isMessageId('1735689600000-0')).toBe(true);
  for (const wrong of ['', '1', '-', '1-0-0', ' 1-0', '$', '1-0\n']) {
    expect(isMessageId(wrong), wrong).toBe(false);
  }
});

it('accepts only messages of the chat', () => {
  const events: ChatEvent[] = [
    { type: 'welcome', resumed: true, messages: [one, two] },
    { type: 'message', ...one },
    { type: 'stored', key: 'key-1', id: '1-0' },
    { type: 'error', reason: 'No' },
  ];
  for (const event of events) {
    expect(readChatEvent(JSON.stringify(event))).toEqual(event);
  }
  for (const wrong of [
    '{',
    'null',
    '{"type":"other"}',
    '{"type":"welcome","resumed":true,"messages":[{}]}',
    '{"type":"welcome","messages":[]}',
    '{"type":"message","id":"1-0"}',
    '{"type":"stored","key":"key-1"}',
    '{"type":"error"}',
  ]) {
    expect(readChatEvent(wrong), wrong).toBeUndefined();
  }
  expect(readChatEvent(new ArrayBuffer(1))).toBeUndefined();
});
