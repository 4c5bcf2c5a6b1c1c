import { nearestNames, quoted } from '../../core/nearest.ts';
import { EvidenceError } from '../problem.ts';
import { isObject, type Json, type JsonObject } from './record.ts';
import type { EvidenceStore } from './store.ts';

/** A value that a page can state. */
export type Scalar = string | number | boolean;

/** Where a value lies, as `of` names it. */
export interface Reference {
  /** `<example>/<file>`. */
  readonly name: string;
  /** Keys joined by dots; a key may hold dots of its own. */
  readonly path: string;
}

/**
 * Takes a reference apart.
 *
 * @param of `<example>/<file>#<path>`
 * @returns its two parts
 * @throws EvidenceError if it has not this form
 */
export function parseReference(of: string): Reference {
  const [, name = '', path = ''] = /^([^/#]+\/[^/#]+)#(.+)$/.exec(of) ?? [];
  if (name === '') {
    throw new EvidenceError(
      `"${of}" does not name a recorded value. Write <example>/<file>#<key>.<key>.`,
    );
  }
  return { name, path };
}

/**
 * The value that a reference names.
 *
 * @param store the evidence
 * @param of `<example>/<file>#<path>`
 * @returns the value
 * @throws EvidenceError if there is no such file or key, or if a whole object is named
 */
export function factOf(store: EvidenceStore, of: string): Scalar {
  const { name, path } = parseReference(of);
  const { json } = store.file(name);
  const value = valueAt(json, path);
  if (value === undefined) {
    const paths = scalarsOf(json).map((scalar) => scalar.path);
    throw new EvidenceError(
      `no evidence "${path}" in ${name}; the nearest are ${quoted(nearestNames(path, paths, 5))}. Name one of these.`,
    );
  }
  if (typeof value === 'object') {
    const under = scalarsOf(json)
      .map((scalar) => scalar.path)
      .filter((scalar) => scalar.startsWith(`${path}.`));
    throw new EvidenceError(
      `"${path}" in ${name} is not one value; under it there is ${quoted(under.slice(0, 5))}. Name one of these.`,
    );
  }
  return value;
}

function valueAt(value: Json, path: string): Json | undefined {
  if (path === '') return value;
  const entries = entriesOf(value);
  for (const [key, inner] of entries) {
    if (path === key) return inner;
    if (path.startsWith(`${key}.`)) {
      const found = valueAt(inner, path.slice(key.length + 1));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function entriesOf(value: Json): [string, Json][] {
  if (Array.isArray(value)) {
    return value.map((item: Json, i): [string, Json] => [String(i), item]);
  }
  return isObject(value) ? Object.entries(value) : [];
}

/**
 * Every value of an evidence file that a page can state.
 *
 * @param json the file
 * @returns each value with the path that names it, in the file's order
 */
export function scalarsOf(json: JsonObject): { path: string; value: Scalar }[] {
  const walk = (
    path: string,
    value: Json,
  ): { path: string; value: Scalar }[] =>
    value === null
      ? []
      : typeof value === 'object'
        ? entriesOf(value).flatMap(([key, inner]) =>
            walk(path === '' ? key : `${path}.${key}`, inner),
          )
        : [{ path, value }];
  return walk('', json);
}
