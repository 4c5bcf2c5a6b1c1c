import { expect, it } from 'vitest';
import { readAddress } from './notice.ts';

it.each([
  ['ws://localhost:3000/api/ws/chat', 'ws://localhost:3000/api/ws/chat'],
  ['wss://example.com', 'wss://example.com/'],
  ['WS://localhost/a?b=c#d', 'ws://localhost/a?b=c'],
])('accepts %s for a socket', (text, href) => {
  const url = readAddress(text, 'websocket');
  expect(url instanceof URL && url.href).toBe(href);
});

it.each([
  ['', 'notUrl'],
  ['/api/ws/chat', 'notUrl'],
  ['localhost:3000/api', 'notUrl'],
  ['127.0.0.1:3000', 'notUrl'],
  ['//localhost:3000', 'notUrl'],
  ['ws://', 'notUrl'],
  ['http://localhost:3000', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['data:text/html,x', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['blob:http://localhost/1', 'scheme'],
  ['chrome://settings', 'scheme'],
  ['ws://ada:secret@localhost:3000', 'credentials'],
])('rejects %j for a socket: %s', (text, problem) => {
  expect(readAddress(text, 'websocket')).toBe(problem);
});

it('accepts http: and https: only for streams and requests', () => {
  expect(readAddress('http://localhost:3000/', 'http')).toBeInstanceOf(URL);
  expect(readAddress('https://a.b/', 'event-stream')).toBeInstanceOf(URL);
  expect(readAddress('ws://localhost:3000/', 'http')).toBe('scheme');
});
