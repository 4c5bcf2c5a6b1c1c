/** How Node names bytes in its errors. */
export const bytesName = 'an instance of Buffer or Uint8Array';

/**
 * An error as Node makes it, with its code.
 *
 * @param Kind `TypeError` or `RangeError`
 */
export function nodeError(
  Kind: typeof TypeError | typeof RangeError,
  code: string,
  message: string,
): Error {
  return Object.assign(new Kind(message), { code });
}

/** A value of a kind that is not taken. */
export function wrongType(name: string, wanted: string, value: unknown): Error {
  return nodeError(
    TypeError,
    'ERR_INVALID_ARG_TYPE',
    `The ${name} must be ${wanted}. Received ${received(value)}`,
  );
}

/** A number beyond what it may be. */
export function outOfRange(
  name: string,
  range: string,
  value: number | bigint,
): Error {
  const isLong =
    (typeof value === 'bigint' || Number.isInteger(value)) &&
    (value > 2 ** 32 || value < -(2 ** 32));
  const digits = isLong
    ? String(value).replaceAll(/\B(?=(\d{3})+$)/g, '_')
    : String(value);
  return nodeError(
    RangeError,
    'ERR_OUT_OF_RANGE',
    `The value of "${name}" is out of range. It must be ${range}. Received ${digits}${typeof value === 'bigint' ? 'n' : ''}`,
  );
}

function received(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') {
    const { constructor } = value;
    return typeof constructor === 'function'
      ? `an instance of ${constructor.name}`
      : '[Object: null prototype] {}';
  }
  if (typeof value === 'string') return `type string ('${value}')`;
  if (typeof value === 'bigint') return `type bigint (${value}n)`;
  const text =
    typeof value === 'symbol' ? value.toString() : JSON.stringify(value);
  return `type ${typeof value} (${text})`;
}
