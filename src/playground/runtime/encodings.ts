/** An encoding of Node's Buffer. */
export interface Encoding {
  readonly bytesOf: (text: string) => Uint8Array<ArrayBuffer>;
  readonly textOf: (bytes: Uint8Array) => string;
  /** Bytes of a code unit, which is written and found as a whole. */
  readonly unit: 1 | 2;
}

// Some engines don't support more arguments.
const atOnce = 8_192;
const encoder = new TextEncoder();
// Node keeps the byte order mark.
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
// All engines are little-endian, like the encoding.
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
    // The text ends at the first character that isn't hexadecimal.
    const end = text.search(/[^\da-f]/i);
    const length = (end < 0 ? text.length : end) >> 1;
    return Uint8Array.from({ length }, (_, at) =>
      parseInt(text.slice(2 * at, 2 * at + 2), 16),
    );
  },
  textOf: (bytes) =>
    Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  unit: 1,
};
const base64: Encoding = {
  bytesOf: (text) => {
    const clean = text
      .replace(/=[^]*/, '')
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .replaceAll(/[^\w+/]/g, '');
    // A single character after complete groups is less than a byte.
    const whole = clean.length % 4 === 1 ? clean.slice(0, -1) : clean;
    return latin1.bytesOf(atob(whole));
  },
  textOf: (bytes) => btoa(fromUnits(bytes)),
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

/** Finds an encoding by its name; UTF-8 without one. */
export function findEncoding(name: unknown = 'utf8'): Encoding | undefined {
  return encodings.get(String(name).toLowerCase());
}

/**
 * Finds an encoding by its name; UTF-8 without one.
 *
 * @throws TypeError for a name that is unknown in Node
 */
export function encodingOf(name?: unknown): Encoding {
  const encoding = findEncoding(name === '' ? undefined : name);
  if (encoding) return encoding;
  throw Object.assign(new TypeError(`Unknown encoding: ${String(name)}`), {
    code: 'ERR_UNKNOWN_ENCODING',
  });
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
