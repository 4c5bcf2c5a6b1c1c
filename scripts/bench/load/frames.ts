/** Kind of a frame, from its opcode: RFC 6455, section 5.2. */
export type Opcode = 'text' | 'ping' | 'close' | 'other';

const opcodes: Readonly<Record<number, Opcode>> = {
  1: 'text',
  8: 'close',
  9: 'ping',
};

/** Parses a server's frames from chunks with arbitrary boundaries. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0);

  /**
   * @param chunk the next bytes of the connection
   * @param onFrame called for each complete frame
   */
  read(chunk: Buffer, onFrame: (opcode: Opcode) => void): void {
    const data =
      this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    for (;;) {
      const length = frameLength(data, at);
      if (length === undefined || at + length > data.length) break;
      onFrame(opcodes[(data[at] ?? 0) & 0x0f] ?? 'other');
      at += length;
    }
    this.#rest = at < data.length ? data.subarray(at) : Buffer.alloc(0);
  }
}

/** Returns the length of the frame at an offset; undefined if its header is incomplete. */
function frameLength(data: Buffer, at: number): number | undefined {
  const second = data[at + 1];
  if (second === undefined) return undefined;
  // Server frames aren't masked.
  const short = second & 0x7f;
  if (short < 126) return 2 + short;
  if (short === 126) {
    return data.length < at + 4 ? undefined : 4 + data.readUInt16BE(at + 2);
  }
  return data.length < at + 10
    ? undefined
    : 10 + Number(data.readBigUInt64BE(at + 2));
}

/**
 * Formats a client's frame.
 *
 * @param text at most 125 bytes
 */
export function clientFrame(opcode: 'text' | 'pong', text = ''): Buffer {
  const payload = Buffer.from(text);
  if (payload.length > 125) {
    throw new RangeError(`${payload.length} bytes; a short frame has 125.`);
  }
  const mask = [0x12, 0x34, 0x56, 0x78];
  return Buffer.from([
    0x80 | (opcode === 'text' ? 1 : 10),
    0x80 | payload.length,
    ...mask,
    ...payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0)),
  ]);
}
