/** A value that was recorded again, and is another one now. */
export interface ChangedValue {
  /** Its keys, joined by dots; a list counts from 0. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Compares two records.
 *
 * @param before a file of JSON
 * @param after the same file, later
 * @returns the values that both have, and that differ; none if one of them is no JSON
 */
export function changedValues(before: string, after: string): ChangedValue[] {
  const old = valuesOf(before);
  return [...valuesOf(after)].flatMap(([path, value]) => {
    const known = old.get(path);
    return known === undefined || known === value
      ? []
      : [{ path, before: known, after: value }];
  });
}

function valuesOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        walk(path === '' ? key : `${path}.${key}`, inner);
    } else if (
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    )
      values.set(path, String(value));
  };
  try {
    walk('', JSON.parse(text));
  } catch {
    return new Map();
  }
  return values;
}
