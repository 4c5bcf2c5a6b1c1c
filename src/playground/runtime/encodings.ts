import { nodeError } from './node-errors.ts';

/** The encodings of Node's Buffer; each has one function for either way. */
interface Encoding {
  readonly bytesOf: (text: string) => Uint8Array<ArrayBuffer>;
  readonly textOf: (bytes: Uint8Array) => string;
  /** How long Node says that a text will be, where it does not look at all of it. */
  readonly lengthOf?: (text: string) => number;
  /** Bytes of one unit: no part of one is written or found. */
  readonly unit: 1 | 2;
}

// More values than this are too many arguments for some engines.
const atOnce = 8_192;
const encoder = new TextEncoder();
// Node leaves the mark of the byte order in the text.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const utf8: Encoding = {
  bytesOf: (text) => encoder.encode(text),
  textOf: (bytes) => decoder.decode(bytes),
  unit: 1,
};
const latin1: Encoding = {
  bytesOf: (text) => Uint8Array.from(unitsOf(text)),
  textOf: fromUnits,
  unit: 1,
};
const ascii: Encoding = {
  ...latin1,
  textOf: (bytes) => fromUnits(bytes.map((byte) => byte & 127)),
};
// Every engine that runs this has the lower byte first, as the encoding.
const utf16: Encoding = {
  bytesOf: (text) => new Uint8Array(Uint16Array.from(unitsOf(text)).buffer),
  textOf: (bytes) =>
    fromUnits(
      new Uint16Array(new Uint8Array(bytes).buffer, 0, bytes.length >> 1),
    ),
  unit: 2,
};
const hex: Encoding = {
  bytesOf: (text) => {
    // What comes after the first sign that is none of hex counts for nothing.
    const end = text.search(/[^\da-f]/i);
    const length = (end < 0 ? text.length : end) >> 1;
    return Uint8Array.from({ length }, (_, at) =>
      parseInt(text.slice(2 * at, 2 * at + 2), 16),
    );
  },
  textOf: (bytes) =>
    Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  lengthOf: ({ length }) => length >> 1,
  unit: 1,
};
const base64: Encoding = {
  bytesOf: (text) => {
    const clean = text
      .replace(/=[^]*/, '')
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .replaceAll(/[^\w+/]/g, '');
    // A single sign more than whole groups is less than a byte.
    const whole = clean.length % 4 === 1 ? clean.slice(0, -1) : clean;
    return latin1.bytesOf(atob(whole));
  },
  textOf: (bytes) => btoa(fromUnits(bytes)),
  lengthOf: (text) => (text.replace(/==?$/, '').length * 3) >> 2,
  unit: 1,
};
const base64url: Encoding = {
  ...base64,
  textOf: (bytes) =>
    base64
      .textOf(bytes)
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', ''),
};

const encodings = new Map<string, Encoding>([
  ['utf8', utf8],
  ['utf-8', utf8],
  ['hex', hex],
  ['base64', base64],
  ['base64url', base64url],
  ['latin1', latin1],
  ['binary', latin1],
  ['ascii', ascii],
  ['utf16le', utf16],
  ['utf-16le', utf16],
  ['ucs2', utf16],
  ['ucs-2', utf16],
]);

/**
 * Gives an encoding by its name; UTF-8 where none is named.
 *
 * @returns undefined for a name that Node does not know either
 */
export function encodingOf(name: unknown = 'utf8'): Encoding | undefined {
  return encodings.get(String(name).toLowerCase());
}

/**
 * Gives an encoding by its name; UTF-8 where none is named.
 *
 * @throws a TypeError for a name that Node does not know either
 */
export function known(name?: unknown): Encoding {
  const encoding = encodingOf(name);
  if (encoding) return encoding;
  throw nodeError(
    TypeError,
    'ERR_UNKNOWN_ENCODING',
    `Unknown encoding: ${String(name)}`,
  );
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

function fromUnits(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += atOnce) {
    text += String.fromCharCode(...units.subarray(at, at + atOnce));
  }
  return text;
}
