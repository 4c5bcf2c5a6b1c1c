import { known } from './encodings.ts';
import { bytesName, nodeError, outOfRange, wrongType } from './node-errors.ts';

/** What a Buffer can be filled with. */
export type Filling = string | number | boolean | Uint8Array;

/**
 * Fills bytes with a value, again and again.
 *
 * @param rest offset, end and encoding; a text among them is the encoding
 * @throws what Node throws for a place that is not there, or a value without a byte
 */
export function fillBytes(
  target: Uint8Array,
  value: Filling,
  rest: readonly (number | string | undefined)[],
): void {
  const [offset, end] = rest;
  // A Buffer's own `fill` is this one.
  const { buffer, byteOffset, length } = target;
  const plain = new Uint8Array(buffer, byteOffset, length);
  const named = rest.find((one) => typeof one === 'string');
  const from = within(
    typeof offset === 'number' ? offset : 0,
    'offset',
    Number.MAX_SAFE_INTEGER,
  );
  const to = within(
    typeof end === 'number' ? end : target.length,
    'end',
    target.length,
  );
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) {
    plain.fill(Number(value) & 255, from, to);
    return;
  }
  if (from >= to) return;
  const bytes = typeof value === 'string' ? known(named).bytesOf(value) : value;
  if (bytes.length === 0) {
    if (value === '') {
      plain.fill(0, from, to);
      return;
    }
    throw nodeError(
      TypeError,
      'ERR_INVALID_ARG_VALUE',
      `The argument 'value' is invalid. Received ${typeof value === 'string' ? `'${value}'` : '<Buffer >'}`,
    );
  }
  for (let at = from; at < to; at += bytes.length) {
    target.set(bytes.subarray(0, to - at), at);
  }
}

/**
 * Writes a text, as much of it as there is room for, and no part of a sign.
 *
 * @param rest an encoding, before it an offset, and between them a length, all as they please
 * @returns how many bytes it took
 * @throws what Node throws for a place that is not there, or an unknown encoding
 */
export function writeText(
  bytes: Uint8Array,
  text: unknown,
  rest: readonly unknown[],
): number {
  if (typeof text !== 'string') {
    throw wrongType('"string" argument', 'of type string', text);
  }
  // write(text, encoding), write(text, offset, encoding) and write(text, offset, length, encoding).
  const last = rest.findIndex((one) => typeof one === 'string');
  const [offset = 0, length] = last < 0 ? rest : rest.slice(0, last);
  const { bytesOf, unit } = known(rest[last] || undefined);
  const at = within(offset, 'offset', bytes.length);
  const room = Math.min(
    bytes.length - at,
    length === undefined
      ? bytes.length
      : within(length, 'length', bytes.length),
  );
  const target = bytes.subarray(at, at + room);
  if (bytesOf === known().bytesOf) {
    return new TextEncoder().encodeInto(text, target).written;
  }
  const encoded = bytesOf(text).subarray(0, room - (room % unit));
  target.set(encoded);
  return encoded.length;
}

/**
 * Copies bytes, as many as there is room for.
 *
 * @returns how many
 * @throws what Node throws for a place that is not there
 */
export function copyBytes(
  bytes: Uint8Array,
  target: unknown,
  targetStart: number,
  start: number,
  end: number,
): number {
  if (!(target instanceof Uint8Array)) {
    throw wrongType('"target" argument', bytesName, target);
  }
  if (targetStart < 0) throw outOfRange('targetStart', '>= 0', targetStart);
  if (start < 0 || start > bytes.length) {
    throw outOfRange('sourceStart', `>= 0 && <= ${bytes.length}`, start);
  }
  if (end < 0) throw outOfRange('sourceEnd', '>= 0', end);
  if (targetStart >= target.length || start >= end) return 0;
  const room = target.length - targetStart;
  const part = bytes.subarray(start, Math.min(end, start + room));
  target.set(part, targetStart);
  return part.length;
}

function within(value: unknown, name: string, most: number): number {
  if (typeof value !== 'number') {
    throw wrongType(`"${name}" argument`, 'of type number', value);
  }
  if (!(value >= 0 && value <= most)) {
    throw outOfRange(name, `>= 0 && <= ${most}`, value);
  }
  return value;
}
