import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { ExampleFile } from './files.ts';
import { tarOf } from './tar.ts';

/**
 * An example as a zip. The same files make the same bytes: entries in their order, one time for all.
 *
 * @param example its name: the folder that the archive holds
 * @param files sorted
 */
export function zipOf(
  example: string,
  files: readonly ExampleFile[],
): Uint8Array {
  return zipSync(
    Object.fromEntries(
      files.map(({ path, text }) => [
        `${example}/${path}`,
        new TextEncoder().encode(text),
      ]),
    ),
    // A zip holds local time, and its first day is this one.
    { level: 9, mtime: new Date(1980, 0, 1) },
  );
}

/**
 * An example as a tar that is compressed by gzip, for systems whose `tar` reads no zip. The same files make the same bytes.
 *
 * @param example its name: the folder that the archive holds
 * @param files sorted
 */
export function tarGzOf(
  example: string,
  files: readonly ExampleFile[],
): Uint8Array {
  const entries = files.map(({ path, text }) => ({
    path: `${example}/${path}`,
    bytes: new TextEncoder().encode(text),
  }));
  return gzipSync(tarOf(entries), { level: 9 });
}
