import { nodeError, outOfRange, wrongType } from './node-errors.ts';

// Each way of Node's Buffer to read and write a number, by the way of a DataView that does the same.
const kinds = [
  ['UInt8', 'Uint8', 1],
  ['Int8', 'Int8', 1],
  ['UInt16', 'Uint16', 2],
  ['Int16', 'Int16', 2],
  ['UInt32', 'Uint32', 4],
  ['Int32', 'Int32', 4],
  ['BigUInt64', 'BigUint64', 8],
  ['BigInt64', 'BigInt64', 8],
  ['Float', 'Float32', 4],
  ['Double', 'Float64', 8],
] as const;

/**
 * Gives a class of bytes Node's methods for numbers: `readUInt16LE`, `writeIntBE` and the rest.
 *
 * @param prototype of the class
 */
export function addNumbers(prototype: Uint8Array): void {
  for (const [name, view, size] of kinds) {
    for (const order of size === 1 ? [''] : ['LE', 'BE']) {
      const isLittle = order === 'LE';
      add(`read${name}${order}`, function (offset = 0) {
        const at = placeIn(this, offset, size);
        return viewOf(this)[`get${view}`](at, isLittle);
      });
      add(`write${name}${order}`, function (value, offset = 0) {
        const number = view.startsWith('Big') ? value : Number(value);
        if (!view.startsWith('Float')) {
          check(number, 8 * size, name.includes('U'));
        }
        const at = placeIn(this, offset, size);
        // What each takes, number or bigint, is the same list that names them.
        const set: unknown = Reflect.get(DataView.prototype, `set${view}`);
        if (typeof set === 'function') {
          Reflect.apply(set, viewOf(this), [at, number, isLittle]);
        }
        return at + size;
      });
    }
  }
  for (const order of ['LE', 'BE']) {
    const isLittle = order === 'LE';
    for (const name of ['UInt', 'Int']) {
      add(`read${name}${order}`, function (offset, length) {
        const size = sizeOf(length);
        const at = placeIn(this, offset, size);
        const bytes = Array.from(this.subarray(at, at + size));
        if (isLittle) bytes.reverse();
        const sum = bytes.reduce((all, byte) => all * 256 + byte, 0);
        const limit = 2 ** (8 * size - 1);
        return name === 'Int' && sum >= limit ? sum - 2 * limit : sum;
      });
      add(`write${name}${order}`, function (value, offset, length) {
        const size = sizeOf(length);
        const number = Number(value);
        check(number, 8 * size, name === 'UInt');
        const at = placeIn(this, offset, size);
        let rest = Math.trunc(number);
        for (let byte = 0; byte < size; byte += 1) {
          this[isLittle ? at + byte : at + size - 1 - byte] = rest;
          rest = Math.floor(rest / 256);
        }
        return at + size;
      });
    }
  }

  function add(name: string, value: Method): void {
    for (const one of [name, name.replace('UInt', 'Uint')]) {
      Object.defineProperty(prototype, one, {
        value,
        configurable: true,
        writable: true,
      });
    }
  }
}

type Method = (this: Uint8Array, ...values: unknown[]) => unknown;

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function placeIn(bytes: Uint8Array, offset: unknown, size: number): number {
  if (typeof offset !== 'number') {
    throw wrongType('"offset" argument', 'of type number', offset);
  }
  if (!Number.isInteger(offset))
    throw outOfRange('offset', 'an integer', offset);
  const most = bytes.length - size;
  if (most < 0) {
    throw nodeError(
      RangeError,
      'ERR_BUFFER_OUT_OF_BOUNDS',
      'Attempt to access memory outside buffer bounds',
    );
  }
  if (offset < 0 || offset > most) {
    throw outOfRange('offset', `>= 0 and <= ${most}`, offset);
  }
  return offset;
}

function sizeOf(length: unknown): number {
  if (typeof length !== 'number') {
    throw wrongType('"byteLength" argument', 'of type number', length);
  }
  if (!Number.isInteger(length)) {
    throw outOfRange('byteLength', 'an integer', length);
  }
  if (length < 1 || length > 6) {
    throw outOfRange('byteLength', '>= 1 and <= 6', length);
  }
  return length;
}

function check(value: unknown, bits: number, isUnsigned: boolean): void {
  if (typeof value !== (bits > 48 ? 'bigint' : 'number') || !isNumeric(value)) {
    throw new TypeError(
      'Cannot mix BigInt and other types, use explicit conversions',
    );
  }
  const half = 2n ** BigInt(bits - 1);
  const least = isUnsigned ? 0n : -half;
  const most = least + 2n * half - 1n;
  if (value >= least && value <= most) return;
  // A NaN is in no range, and Node writes it as 0.
  if (Number.isNaN(value)) return;
  const n = bits > 48 ? 'n' : '';
  const power = `2${n} ** ${isUnsigned ? bits : bits - 1}${n}`;
  throw outOfRange(
    'value',
    bits <= 32
      ? `>= ${least} and <= ${most}`
      : `>= ${isUnsigned ? `0${n}` : `-(${power})`} and < ${power}`,
    value,
  );
}

function isNumeric(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
