import { known } from './encodings.ts';
import { wrongType } from './node-errors.ts';

/** Says which comes first: -1, 0 or 1. */
export function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  if (at < 0) return Math.sign(one.length - other.length);
  return (one[at] ?? 0) < (other[at] ?? -1) ? -1 : 1;
}

/**
 * Looks for a value as `indexOf` of Node's Buffer does, or as `lastIndexOf`.
 *
 * @param from where to begin, or the name of the encoding
 * @returns -1 where it is not
 * @throws a TypeError for a value that is neither a number nor text nor bytes
 */
export function find(
  within: Uint8Array,
  value: unknown,
  from: unknown,
  encoding: unknown,
  isForward: boolean,
): number {
  const { length } = within;
  const { bytesOf, unit } = known(typeof from === 'string' ? from : encoding);
  const asked = typeof from === 'string' ? NaN : Math.trunc(Number(from));
  const start = Number.isNaN(asked)
    ? isForward
      ? 0
      : length
    : asked < 0
      ? asked + length
      : asked;
  const bytes =
    typeof value === 'number'
      ? Uint8Array.of(value)
      : typeof value === 'string'
        ? bytesOf(value)
        : value;
  if (!(bytes instanceof Uint8Array)) {
    throw wrongType(
      '"value" argument',
      'one of type number or string or an instance of Buffer or Uint8Array',
      value,
    );
  }
  if (bytes.length === 0) return Math.min(Math.max(start, 0), length);
  const step = typeof value === 'number' ? 1 : unit;
  const isAt = (at: number) =>
    bytes.every((byte, index) => byte === within[at + index]);
  if (isForward) {
    for (let at = Math.max(start, 0); at <= length - bytes.length; at += step) {
      if (isAt(at)) return at;
    }
  } else {
    for (let at = Math.min(start, length - bytes.length); at >= 0; at -= step) {
      if (isAt(at)) return at;
    }
  }
  return -1;
}
