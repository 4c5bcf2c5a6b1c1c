import { encodingOf, type Encoding, findEncoding } from './encodings.ts';

// npm's `buffer` is 5 kB of gzip larger, and with it an open playground would exceed its budget of 45 kB.

type Filling = string | number | boolean | Uint8Array;

/**
 * Node's Buffer for a worker, without the methods that read, write or swap numbers and without deprecated members. Errors have Node's class and code, but not its
 * message.
 */
export class Buffer extends Uint8Array {
  // A minifier renames the class, and a console shows its name.
  static override readonly name = 'Buffer';

  static override from(
    value: unknown,
    second?: unknown,
    third?: unknown,
  ): Buffer {
    if (typeof value === 'string') {
      const { buffer, byteOffset, byteLength } = encodingOf(
        typeof second === 'string' ? second : '',
      ).bytesOf(value);
      return new Buffer(buffer, byteOffset, byteLength);
    }
    if (value instanceof ArrayBuffer) return viewOn(value, second, third);
    if (typeof value === 'object' && value !== null) {
      const primitive = primitiveOf(value);
      if (typeof primitive === 'string') return Buffer.from(primitive, second);
      if (isArrayLike(value)) return new Buffer(value);
      if ('length' in value) return new Buffer(0);
      if ('data' in value && Array.isArray(value.data)) {
        return Buffer.from(value.data);
      }
    }
    throw wrongType('value', value);
  }

  static alloc(size: number, fill?: Filling, encoding?: string): Buffer {
    checkNumber('size', size, Number.MAX_SAFE_INTEGER);
    const buffer = new Buffer(size);
    return fill === undefined || fill === 0 || size === 0
      ? buffer
      : buffer.fill(fill, 0, size, encoding);
  }

  static allocUnsafe(size: number): Buffer {
    return Buffer.alloc(size);
  }

  static byteLength(value: unknown, encoding?: unknown): number {
    if (typeof value === 'string') {
      return (findEncoding(encoding) ?? encodingOf()).bytesOf(value).length;
    }
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      return value.byteLength;
    }
    throw wrongType('string', value);
  }

  static compare(one: unknown, other: unknown): number {
    return compareBytes(bytesIn('buf1', one), bytesIn('buf2', other));
  }

  static concat(list: unknown, length?: number): Buffer {
    if (!Array.isArray(list)) throw wrongType('list', list);
    const parts = list.map((part) => bytesIn('list', part));
    const all = parts.reduce((sum, part) => sum + part.length, 0);
    const whole = Buffer.alloc(length ?? all);
    let at = 0;
    for (const part of parts) {
      if (at < whole.length) whole.set(part.subarray(0, whole.length - at), at);
      at += part.length;
    }
    return whole;
  }

  static isBuffer(value: unknown): boolean {
    return value instanceof Buffer;
  }

  static isEncoding(name: unknown): boolean {
    return typeof name === 'string' && findEncoding(name) !== undefined;
  }

  override toString(encoding?: unknown, start = 0, end = this.length): string {
    return encodingOf(encoding).textOf(
      this.subarray(Math.max(0, start), Math.max(0, end)),
    );
  }

  override toLocaleString(encoding?: unknown, start?: never): string {
    return this.toString(encoding, start);
  }

  toJSON(): { readonly type: 'Buffer'; readonly data: number[] } {
    return { type: 'Buffer', data: Array.from(this) };
  }

  equals(other: unknown): boolean {
    return compareBytes(this, bytesIn('otherBuffer', other)) === 0;
  }

  compare(
    target: unknown,
    targetStart = 0,
    targetEnd?: number,
    start = 0,
    end?: number,
  ): number {
    const part = bytesIn('target', target).subarray(targetStart, targetEnd);
    return compareBytes(this.subarray(start, end), part);
  }

  /** Returns a view, as in Node. */
  override slice(start?: number, end?: number): Uint8Array<ArrayBuffer> {
    return this.subarray(start, end);
  }

  copy(target: unknown, at = 0, start = 0, end = this.length): number {
    const bytes = bytesIn('target', target);
    checkNumber('targetStart', at, Infinity);
    checkNumber('sourceStart', start, this.length);
    checkNumber('sourceEnd', end, Infinity);
    const room = Math.max(0, bytes.length - at);
    const part = this.subarray(start, Math.min(end, start + room));
    if (part.length > 0) bytes.set(part, at);
    return part.length;
  }

  /** Takes an encoding, an offset and an encoding, or an offset, a length and an encoding. */
  write(text: unknown, ...rest: unknown[]): number {
    if (typeof text !== 'string') throw wrongType('string', text);
    const last = rest.findIndex((one) => typeof one === 'string');
    const [offset = 0, length = this.length] =
      last < 0 ? rest : rest.slice(0, last);
    const encoding = encodingOf(rest[last] || undefined);
    const at = checkNumber('offset', offset, this.length);
    const end = at + checkNumber('length', length, this.length);
    const target = this.subarray(at, end);
    if (encoding === encodingOf()) {
      return new TextEncoder().encodeInto(text, target).written;
    }
    const { unit } = encoding;
    const bytes = encoding.bytesOf(text);
    const part = bytes.subarray(0, target.length - (target.length % unit));
    target.set(part);
    return part.length;
  }

  /** Takes an offset, an end and an encoding; a text among them is the encoding. */
  override fill(
    value: Filling,
    ...rest: readonly (number | string | undefined)[]
  ): this {
    const [offset, end] = rest;
    const named = rest.find((one) => typeof one === 'string');
    const isNumber = (one: unknown) => typeof one === 'number';
    const from = isNumber(offset) ? checkNumber('offset', offset, Infinity) : 0;
    const to = isNumber(end)
      ? checkNumber('end', end, this.length)
      : this.length;
    const bytes =
      typeof value === 'string'
        ? encodingOf(named).bytesOf(value || '\0')
        : value instanceof Uint8Array
          ? value
          : Uint8Array.of(Number(value));
    if (bytes.length === 0 && from < to) {
      throw nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', 'value is empty');
    }
    for (let at = from; at < to; at += bytes.length) {
      this.set(bytes.subarray(0, to - at), at);
    }
    return this;
  }

  override indexOf(value: Filling, from?: unknown, encoding?: string): number {
    return find(this, value, from, encoding, true);
  }

  override lastIndexOf(
    value: Filling,
    from?: unknown,
    encoding?: string,
  ): number {
    return find(this, value, from, encoding, false);
  }

  override includes(
    value: Filling,
    from?: unknown,
    encoding?: string,
  ): boolean {
    return this.indexOf(value, from, encoding) >= 0;
  }
}

function viewOn(buffer: ArrayBuffer, offset: unknown, length: unknown): Buffer {
  const size = buffer.byteLength;
  const from = Math.trunc(Number(offset ?? 0)) || 0;
  const wanted = Math.max(0, Math.trunc(Number(length)) || 0);
  const end = from + (length === undefined ? 0 : wanted);
  if (end > size) {
    const code = 'ERR_BUFFER_OUT_OF_BOUNDS';
    throw nodeError(RangeError, code, `${end} is outside of buffer bounds`);
  }
  return new Buffer(buffer, from, length === undefined ? undefined : wanted);
}

function primitiveOf(value: object): unknown {
  const primitive: unknown = 'valueOf' in value ? value.valueOf() : value;
  if (typeof primitive === 'string') return primitive;
  const convert: unknown = Reflect.get(value, Symbol.toPrimitive);
  return typeof convert === 'function'
    ? Reflect.apply(convert, value, ['string'])
    : undefined;
}

function isArrayLike(value: object): value is ArrayLike<number> {
  return 'length' in value && typeof value.length === 'number';
}

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  if (at < 0) return Math.sign(one.length - other.length);
  return (one[at] ?? 0) < (other[at] ?? -1) ? -1 : 1;
}

/** Searches as Node's `indexOf` and `lastIndexOf` do; `from` is the start or the encoding. */
function find(
  within: Uint8Array,
  value: unknown,
  from: unknown,
  encodingName: unknown,
  isForward: boolean,
): number {
  const { length } = within;
  const isNamed = typeof from === 'string';
  const { bytesOf, unit }: Encoding = encodingOf(isNamed ? from : encodingName);
  const given = isNamed ? NaN : Math.trunc(Number(from));
  const start = Number.isNaN(given)
    ? isForward
      ? 0
      : length
    : given < 0
      ? given + length
      : given;
  const bytes =
    typeof value === 'number'
      ? Uint8Array.of(value)
      : typeof value === 'string'
        ? bytesOf(value)
        : bytesIn('value', value);
  if (bytes.length === 0) return Math.min(Math.max(start, 0), length);
  const last = length - bytes.length;
  const step = (isForward ? 1 : -1) * (typeof value === 'number' ? 1 : unit);
  let at = isForward ? Math.max(start, 0) : Math.min(start, last);
  for (; at >= 0 && at <= last; at += step) {
    if (bytes.every((byte, index) => byte === within[at + index])) return at;
  }
  return -1;
}

function bytesIn(name: string, value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw wrongType(name, value);
}

function checkNumber(name: string, value: unknown, max: number): number {
  if (typeof value !== 'number') throw wrongType(name, value);
  if (value >= 0 && value <= max) return value;
  throw nodeError(
    RangeError,
    'ERR_OUT_OF_RANGE',
    `The value of "${name}" is out of range. Received ${value}`,
  );
}

function wrongType(name: string, value: unknown): Error {
  return nodeError(
    TypeError,
    'ERR_INVALID_ARG_TYPE',
    `The "${name}" argument has the wrong type. Received ${typeof value}`,
  );
}

function nodeError(
  Kind: typeof TypeError | typeof RangeError,
  code: string,
  message: string,
): Error {
  return Object.assign(new Kind(message), { code });
}
