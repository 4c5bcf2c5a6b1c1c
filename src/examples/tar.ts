/** What a tar holds of a file. */
export interface TarEntry {
  /** Path with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const block = 512;

/** The time of every entry, as seconds: the first day of 1980. */
const time = 315_532_800;

/**
 * Writes a tar of plain files, in the format `ustar` of POSIX.1-1988, which every `tar` reads.
 *
 * @param entries the files, in this order
 * @returns its bytes, the same for the same files
 * @throws for a path that the format cannot say
 */
export function tarOf(entries: readonly TarEntry[]): Uint8Array {
  const parts = entries.flatMap(({ path, bytes }) => [
    headerOf(path, bytes.length),
    bytes,
    new Uint8Array(-bytes.length & (block - 1)),
  ]);
  // Two empty blocks end it.
  return Buffer.concat([...parts, new Uint8Array(2 * block)]);
}

function headerOf(path: string, size: number): Uint8Array {
  const header = Buffer.alloc(block);
  const { prefix, name } = split(path);
  header.write(name, 0);
  octal(header, 0o644, 100, 8);
  octal(header, 0, 108, 8);
  octal(header, 0, 116, 8);
  octal(header, size, 124, 12);
  octal(header, time, 136, 12);
  // The sum counts its own field as spaces.
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function octal(
  header: Buffer,
  value: number,
  offset: number,
  width: number,
): void {
  header.write(value.toString(8).padStart(width - 1, '0'), offset);
}

/** A name has 100 bytes, and 155 more for the folders before it. */
function split(path: string): { prefix: string; name: string } {
  const slashes = [...path.matchAll(/\//g)].map(({ index }) => index);
  const fitting = [-1, ...slashes]
    .map((slash) => ({
      prefix: path.slice(0, Math.max(slash, 0)),
      name: path.slice(slash + 1),
    }))
    .find(
      ({ prefix, name }) =>
        Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155,
    );
  if (fitting) return fitting;
  throw new Error(
    `${path}: the path is too long for a tar, which has 155 bytes for folders and 100 for the rest; shorten a name.`,
  );
}
