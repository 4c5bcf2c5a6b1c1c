/** Reads a nested property of an unknown value, such as parsed JSON; undefined if it doesn't exist. */
export function property(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (object, key) =>
      typeof object === 'object' && object !== null
        ? Reflect.get(object, key)
        : undefined,
    value,
  );
}
