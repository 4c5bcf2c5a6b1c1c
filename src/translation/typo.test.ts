import { describe, expect, test } from 'vitest';

import { isTypo } from './typo.ts';

describe('a correction of spelling', () => {
  test.each([
    [
      'letters that stood in another order',
      'It sends teh event.',
      'It sends the event.',
    ],
    [
      'a letter that was missing',
      'The conection is open.',
      'The connection is open.',
    ],
    ['a case', 'Use a websocket.', 'Use a WebSocket.'],
    ['a word in two', 'Use a web socket.', 'Use a websocket.'],
    ['a comma', 'When it opens send text.', 'When it opens, send text.'],
    ['an article', 'Server sends an event.', 'The server sends an event.'],
    ['a word that stood twice', 'Open the the socket.', 'Open the socket.'],
    ['three of them', 'Teh conection is opne.', 'The connection is open.'],
  ])('%s', (_, before, after) => {
    expect(isTypo(before, after)).toBe(true);
  });
});

describe('more than a correction', () => {
  test.each([
    ['a negation', 'It is open.', 'It is not open.'],
    ['a word instead of another', 'It must close.', 'It may close.'],
    [
      'a short word that is nearly another',
      'It can now send.',
      'It can not send.',
    ],
    ['a prefix', 'It is legal to send.', 'It is illegal to send.'],
    ['a number', 'Wait 10 seconds.', 'Wait 15 seconds.'],
    ['a digit within a word', 'Use h2 here.', 'Use h3 here.'],
    ['code', 'Call `open()`.', 'Call `opens()`.'],
    ['a word that is gone', 'Open only the socket.', 'Open the socket.'],
    ['too many places', 'Aa bb, cc dd, ee ff gg.', 'Aa, bb cc, dd ee, ff, gg.'],
  ])('%s', (_, before, after) => {
    expect(isTypo(before, after)).toBe(false);
  });
});
