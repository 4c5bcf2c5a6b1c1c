import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { ExampleFile } from './files.ts';

/**
 * Packs an example as a zip: the same bytes for the same files.
 *
 * @param example name of the folder in the archive
 * @param files sorted
 */
export function zipOf(
  example: string,
  files: readonly ExampleFile[],
): Uint8Array {
  return zipSync(
    Object.fromEntries(
      files.map(({ path, text }) => [`${example}/${path}`, Buffer.from(text)]),
    ),
    // A zip contains local times from this day on.
    { level: 9, mtime: new Date(1980, 0, 1) },
  );
}

const blockSize = 512;

/**
 * Packs an example as a compressed tar in the POSIX format `ustar`: the same bytes for the same files. The library nanotar cuts paths
 * after 100 bytes.
 *
 * @param example name of the folder in the archive
 * @param files sorted
 * @throws for a path that is too long
 */
export function tarGzOf(
  example: string,
  files: readonly ExampleFile[],
): Uint8Array {
  const parts = files.flatMap(({ path, text }) => {
    const bytes = Buffer.from(text);
    const padding = Buffer.alloc(-bytes.length & (blockSize - 1));
    return [headerOf(`${example}/${path}`, bytes.length), bytes, padding];
  });
  // Two empty blocks end a tar.
  const tar = Buffer.concat([...parts, Buffer.alloc(2 * blockSize)]);
  return gzipSync(tar, { level: 9 });
}

function headerOf(path: string, size: number): Buffer {
  const { prefix, name } = splitPath(path);
  const header = Buffer.alloc(blockSize);
  const octal = (value: number, width: number) =>
    `${value.toString(8).padStart(width, '0')}\0`;
  const mode = octal(0o644, 7);
  const owner = octal(0, 7);
  const modified = octal(Date.UTC(1980, 0, 1) / 1000, 11);
  header.write(name, 0);
  // The checksum counts its own field as spaces.
  header.write(
    `${mode}${owner}${owner}${octal(size, 11)}${modified}${' '.repeat(8)}0`,
    100,
  );
  header.write('ustar\x0000', 257);
  header.write(prefix, 345);
  const checksum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(checksum, 6)} `, 148);
  return header;
}

/** Splits a path: the name has at most 100 bytes, and the prefix 155. */
function splitPath(path: string): { prefix: string; name: string } {
  for (let slash = -1; ;) {
    const prefix = path.slice(0, Math.max(slash, 0));
    const name = path.slice(slash + 1);
    if (Buffer.byteLength(prefix) > 155) break;
    if (Buffer.byteLength(name) <= 100) return { prefix, name };
    slash = path.indexOf('/', slash + 1);
    if (slash < 0) break;
  }
  throw new Error(
    `${path}: the path is too long for a tar, which has 155 bytes for folders and 100 for the rest; shorten a name.`,
  );
}
