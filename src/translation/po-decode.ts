/** The text of a file, and the lines of it that are not what they should be. */
export interface Decoded {
  text: string;
  /** The first byte of a line, counted from 1, that is no UTF-8. */
  wrongBytes: ReadonlyMap<number, number>;
}

const lineFeed = 0x0a;

/**
 * Decodes a catalogue. gettext refuses a byte that is no UTF-8; a lenient decoder would show `�` to readers.
 *
 * @param bytes - The file.
 * @returns Its text, with `�` for each wrong byte, and where such bytes are.
 */
export function decodePo(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, wrongBytes: new Map() };
  } catch {
    return {
      text: new TextDecoder('utf-8').decode(bytes),
      wrongBytes: wrongBytesOf(bytes),
    };
  }
}

function wrongBytesOf(bytes: Uint8Array): Map<number, number> {
  const found = new Map<number, number>();
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed === -1 ? bytes.length : feed;
    const wrong = firstWrongByte(bytes.subarray(start, end));
    if (wrong !== undefined) found.set(line, wrong);
    start = end + 1;
  }
  return found;
}

function firstWrongByte(bytes: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** The byte that began a character of which more bytes have to come. */
  let open: number | undefined;
  try {
    for (const byte of bytes) {
      open ??= byte;
      const character = decoder.decode(Uint8Array.of(byte), { stream: true });
      if (character !== '') open = undefined;
    }
    decoder.decode();
    return undefined;
  } catch {
    return open;
  }
}
