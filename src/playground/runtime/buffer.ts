import { addNumbers } from './buffer-numbers.ts';
import { compareBytes, find } from './buffer-search.ts';
import {
  copyBytes,
  fillBytes,
  type Filling,
  writeText,
} from './buffer-write.ts';
import { encodingOf, known } from './encodings.ts';
import { bytesName, nodeError, outOfRange, wrongType } from './node-errors.ts';

/**
 * Node's Buffer, for a worker: the browser's own decoders and views do what a polyfill does byte by byte, in a third of
 * its size. What Node has deprecated is not there: `new Buffer()` makes what `Uint8Array` makes.
 */
export class Buffer extends Uint8Array {
  // A minifier takes the name, and a console shows it.
  static override readonly name = 'Buffer';
  static readonly poolSize = 8192;

  static override from(
    value: unknown,
    second?: unknown,
    third?: unknown,
  ): Buffer {
    if (typeof value === 'string') {
      const bytes = known(isName(second) ? second : undefined).bytesOf(value);
      return new Buffer(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    if (typeof value === 'object' && value !== null) {
      if (value instanceof ArrayBuffer) {
        return viewOn(value, second, third);
      }
      // An object of no class has none.
      const plain: unknown = 'valueOf' in value ? value.valueOf() : value;
      if (
        plain !== value &&
        (typeof plain === 'string' || (typeof plain === 'object' && plain))
      ) {
        return Buffer.from(plain, second, third);
      }
      if (isList(value)) return new Buffer(value);
      if ('length' in value) return new Buffer(0);
      if ('type' in value && value.type === 'Buffer' && 'data' in value) {
        if (Array.isArray(value.data)) return Buffer.from(value.data);
      }
      const text = isText(value) && value[Symbol.toPrimitive]('string');
      if (typeof text === 'string') return Buffer.from(text, second);
    }
    throw wrongType(
      'first argument',
      'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object',
      value,
    );
  }

  static alloc(size: number, fill?: Filling, encoding?: string): Buffer {
    if (typeof size !== 'number') {
      throw wrongType('"size" argument', 'of type number', size);
    }
    if (!(size >= 0 && size <= Number.MAX_SAFE_INTEGER)) {
      throw outOfRange('size', `>= 0 && <= ${Number.MAX_SAFE_INTEGER}`, size);
    }
    const made = new Buffer(size);
    return fill === undefined || fill === 0 || size === 0
      ? made
      : made.fill(fill, 0, size, encoding);
  }

  static allocUnsafe(size: number): Buffer {
    return Buffer.alloc(size);
  }

  static allocUnsafeSlow(size: number): Buffer {
    return Buffer.alloc(size);
  }

  static byteLength(value: unknown, encoding?: unknown): number {
    if (typeof value === 'string') {
      const { bytesOf, lengthOf } = encodingOf(encoding) ?? known();
      return lengthOf?.(value) ?? bytesOf(value).length;
    }
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) {
      return value.byteLength;
    }
    throw wrongType(
      '"string" argument',
      'of type string or an instance of Buffer or ArrayBuffer',
      value,
    );
  }

  static compare(one: unknown, other: unknown): number {
    if (!(one instanceof Uint8Array)) {
      throw wrongType('"buf1" argument', bytesName, one);
    }
    if (!(other instanceof Uint8Array)) {
      throw wrongType('"buf2" argument', bytesName, other);
    }
    return compareBytes(one, other);
  }

  static concat(list: unknown, length?: number): Buffer {
    if (!Array.isArray(list)) {
      throw wrongType('"list" argument', 'an instance of Array', list);
    }
    const parts = list.map((part: unknown, index) => {
      if (part instanceof Uint8Array) return part;
      throw wrongType(`"list[${index}]" argument`, bytesName, part);
    });
    const all = parts.reduce((sum, part) => sum + part.length, 0);
    const whole = Buffer.alloc(length ?? all);
    let at = 0;
    for (const part of parts) {
      whole.set(
        part.subarray(0, Math.max(0, whole.length - at)),
        Math.min(at, whole.length),
      );
      at += part.length;
    }
    return whole;
  }

  static copyBytesFrom(
    view: ArrayBufferView & { readonly length?: number },
    offset = 0,
    length?: number,
  ): Buffer {
    if (!ArrayBuffer.isView(view) || view instanceof DataView) {
      throw wrongType('"view" argument', 'an instance of TypedArray', view);
    }
    const unit = view.byteLength / (view.length || 1);
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    return new Buffer(
      bytes.subarray(
        offset * unit,
        length === undefined ? undefined : (offset + length) * unit,
      ),
    );
  }

  static isBuffer(value: unknown): boolean {
    return value instanceof Buffer;
  }

  static isEncoding(name: unknown): boolean {
    return typeof name === 'string' && encodingOf(name) !== undefined;
  }

  get parent(): ArrayBufferLike {
    return this.buffer;
  }

  get offset(): number {
    return this.byteOffset;
  }

  override toString(encoding?: unknown, start = 0, end = this.length): string {
    return known(encoding).textOf(
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
    if (!(other instanceof Uint8Array)) {
      throw wrongType('"otherBuffer" argument', bytesName, other);
    }
    return compareBytes(this, other) === 0;
  }

  compare(
    target: unknown,
    targetStart = 0,
    targetEnd?: number,
    start = 0,
    end?: number,
  ): number {
    if (!(target instanceof Uint8Array)) {
      throw wrongType('"target" argument', bytesName, target);
    }
    return compareBytes(
      this.subarray(start, end),
      target.subarray(targetStart, targetEnd),
    );
  }

  /** A view, as Node's, and no copy. */
  override slice(start?: number, end?: number): Uint8Array<ArrayBuffer> {
    return this.subarray(start, end);
  }

  copy(target: unknown, at = 0, start = 0, end = this.length): number {
    return copyBytes(this, target, at, start, end);
  }

  write(text: unknown, ...rest: unknown[]): number {
    return writeText(this, text, rest);
  }

  override fill(
    value: Filling,
    offset?: number | string,
    end?: number | string,
    encoding?: string,
  ): this {
    fillBytes(this, value, [offset, end, encoding]);
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

  swap16(): this {
    return this.#swap(2);
  }

  swap32(): this {
    return this.#swap(4);
  }

  swap64(): this {
    return this.#swap(8);
  }

  #swap(size: number): this {
    if (this.length % size > 0) {
      throw nodeError(
        RangeError,
        'ERR_INVALID_BUFFER_SIZE',
        `Buffer size must be a multiple of ${8 * size}-bits`,
      );
    }
    for (let at = 0; at < this.length; at += size) {
      this.subarray(at, at + size).reverse();
    }
    return this;
  }
}

addNumbers(Buffer.prototype);

function viewOn(buffer: ArrayBuffer, offset: unknown, length: unknown): Buffer {
  const from = Math.trunc(Number(offset ?? 0)) || 0;
  if (from > buffer.byteLength) throw outside('offset');
  if (length === undefined) return new Buffer(buffer, from);
  const size = Math.max(0, Math.trunc(Number(length)) || 0);
  if (from + size > buffer.byteLength) throw outside('length');
  return new Buffer(buffer, from, size);
}

function outside(name: string): Error {
  return nodeError(
    RangeError,
    'ERR_BUFFER_OUT_OF_BOUNDS',
    `"${name}" is outside of buffer bounds`,
  );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isList(value: object): value is ArrayLike<number> {
  return 'length' in value && typeof value.length === 'number';
}

function isText(
  value: object,
): value is { [Symbol.toPrimitive](hint: 'string'): unknown } {
  return (
    Symbol.toPrimitive in value &&
    typeof value[Symbol.toPrimitive] === 'function'
  );
}
