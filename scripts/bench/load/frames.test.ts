import { expect, it } from 'vitest';
import { clientFrame, FrameReader, type Opcode } from './frames.ts';

/** A server's frame: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
function serverFrame(opcode: number, length: number): Buffer {
  const extended = Buffer.alloc(length < 126 ? 0 : length < 65_536 ? 2 : 8);
  if (extended.length === 2) extended.writeUInt16BE(length);
  if (extended.length === 8) extended.writeBigUInt64BE(BigInt(length));
  const short = [length, 126, 127][Math.ceil(extended.length / 4)] ?? 0;
  return Buffer.concat([
    Buffer.from([0x80 | opcode, short]),
    extended,
    // Looks like the start of a frame at every offset.
    Buffer.alloc(length, 0x81),
  ]);
}

const frames = Buffer.concat([
  serverFrame(1, 64),
  serverFrame(9, 0),
  serverFrame(1, 200),
  serverFrame(2, 3),
  serverFrame(8, 2),
]);
const opcodes: Opcode[] = ['text', 'ping', 'text', 'other', 'close'];

it.each([1, 2, 3, 7, 64, frames.length])(
  'reads frames in chunks of %i bytes',
  (size) => {
    const reader = new FrameReader();
    const read: Opcode[] = [];
    for (let at = 0; at < frames.length; at += size) {
      reader.read(frames.subarray(at, at + size), (opcode) =>
        read.push(opcode),
      );
    }
    expect(read).toEqual(opcodes);
  },
);

it('reads a frame whose length has eight bytes', () => {
  const reader = new FrameReader();
  const read: Opcode[] = [];
  const large = Buffer.concat([serverFrame(1, 70_000), serverFrame(9, 0)]);
  for (const chunk of [large.subarray(0, 5), large.subarray(5)]) {
    reader.read(chunk, (opcode) => read.push(opcode));
  }
  expect(read).toEqual(['text', 'ping']);
});

it('writes a masked frame', () => {
  const frame = clientFrame('text', 'Hello');
  expect([...frame.subarray(0, 2)]).toEqual([0x81, 0x85]);
  const mask = frame.subarray(2, 6);
  const text = frame.subarray(6).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  expect(text.toString()).toBe('Hello');
  expect([...clientFrame('pong').subarray(0, 2)]).toEqual([0x8a, 0x80]);
  expect(() => clientFrame('text', 'x'.repeat(126))).toThrow('125');
});
