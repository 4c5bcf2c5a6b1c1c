import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

import { formatProblem, type Problem } from '../problem.ts';

/**
 * Returns why a file of the site can't be used: it is a folder, a circular link, or a link out of the site.
 *
 * @param file path from the site's root; it may not exist yet
 * @returns the reason and what to do; undefined if the file can be read or created
 */
function fileProblem(root: string, file: string): string | undefined {
  const path = join(root, file);
  let target = path;
  try {
    // Resolves dangling links, whose targets a write would create.
    while (lstatSync(target, { throwIfNoEntry: false }) === undefined)
      target = dirname(target);
    const inside = relative(realpathSync(root), realpathSync(target));
    if (inside.split(sep)[0] === '..' || isAbsolute(inside))
      return `this is a link that leads out of the site, to ${realpathSync(target)}; put the file itself here.`;
    if (target === path && !statSync(path).isFile())
      return 'this is not a file; there is a folder or a device; delete it, or rename it.';
  } catch (error) {
    return unusable(error);
  }
  return undefined;
}

function unusable(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `this file can't be read (${reason}); make it a readable file, or delete it.`;
}

/**
 * Reads a text file of the site.
 *
 * @param file path from the root of the site
 * @returns its text, or why it can't be read; undefined if it doesn't exist
 */
export function readSiteFile(
  root: string,
  file: string,
): Decoded | Problem | undefined {
  const problem = fileProblem(root, file);
  if (problem !== undefined) return { file, line: 1, message: problem };
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  try {
    return decodeUtf8(readFileSync(path));
  } catch (error) {
    return { file, line: 1, message: unusable(error) };
  }
}

/**
 * Writes a file of the site; refuses links that lead out of it.
 *
 * @param file path from the site's root
 * @throws if the file can't be written, with its path
 */
export function writeSiteFile(root: string, file: string, text: string): void {
  const problem = fileProblem(root, file);
  if (problem !== undefined)
    throw new Error(formatProblem({ file, line: 1, message: problem }));
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Decoded text, and the lines that aren't UTF-8. */
export interface Decoded {
  text: string;
  /** By line, from 1: the first byte that isn't UTF-8. */
  wrongBytes: ReadonlyMap<number, number>;
}

const lineFeed = 0x0a;

/**
 * Decodes a file strictly, as gettext does.
 *
 * @returns the text, with `�` for each wrong byte, and the locations of wrong bytes
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
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
  /** First byte of an incomplete character. */
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

/** Describes a byte that isn't UTF-8. */
export function wrongByteProblem(byte: number): string {
  return `this byte is not UTF-8; there is 0x${byte.toString(16).toUpperCase()}; save the file as UTF-8.`;
}
