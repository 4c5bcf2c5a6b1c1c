import { expect, it } from 'vitest';
import { readRoomAddress } from '../src/server/rooms/room-address';

const base = 'http://localhost:3000/api/ws/rooms';

it.each([
  ['/tea', { room: 'tea', memberName: 'Guest' }],
  ['/tea/', { room: 'tea', memberName: 'Guest' }],
  ['/tea?name=Ada', { room: 'tea', memberName: 'Ada' }],
  ['/tea/?name=+Ada%0A+', { room: 'tea', memberName: 'Ada' }],
  ['/tea?name=%F0%9F%91%8B%zz', { room: 'tea', memberName: '👋%zz' }],
  ['/tea?name=' + 'x'.repeat(99), { room: 'tea', memberName: 'x'.repeat(30) }],
  ['/tea?name=a/rooms/b', { room: 'tea', memberName: 'a/rooms/b' }],
])('reads %s', (path, address) => {
  expect(readRoomAddress(base + path)).toEqual(address);
});

it.each(['', '/', '/Tea', '/a/b', '/t_a', '/%74ea', '/' + 'x'.repeat(41)])(
  'finds no room in "%s"',
  (path) => {
    expect(readRoomAddress(base + path)).toBeUndefined();
  },
);

it('throws without a host', () => {
  expect(readRoomAddress('http://[no host/api/ws/rooms/tea')).toMatchObject({
    room: 'tea',
  });
});
