import type { Family } from './families.ts';

/** A package that a package.json asks for. */
export interface Pin {
  readonly name: string;
  /** As it is written: `1.15.11`, `^10.0.0`. */
  readonly range: string;
}

const SECTIONS = ['dependencies', 'devDependencies'];

/**
 * The packages of a family that a package.json asks for.
 *
 * @param text of the package.json
 * @param family the packages to look for
 * @returns them, in the order of the file
 */
export function pinsOf(text: string, family: Family): Pin[] {
  const json: unknown = JSON.parse(text);
  return SECTIONS.flatMap((section) => {
    const entries: unknown = isObject(json) ? json[section] : undefined;
    return Object.entries(isObject(entries) ? entries : {}).flatMap(
      ([name, range]) =>
        family.has(name) && typeof range === 'string' ? [{ name, range }] : [],
    );
  });
}

/**
 * A package.json with other versions, and every other character as it was.
 *
 * @param text of the package.json
 * @param ranges what to ask for, by the name of the package
 * @returns the text
 * @throws if a package is not in it
 */
export function withRanges(
  text: string,
  ranges: ReadonlyMap<string, string>,
): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const left = new Map(ranges);
  let section = '';
  const lines = text.split(eol).map((line) => {
    section = /^ {2}"([^"]+)": \{$/.exec(line)?.[1] ?? section;
    const name = /^ {4}"([^"]+)": "[^"]*",?$/.exec(line)?.[1];
    const range = name === undefined ? undefined : ranges.get(name);
    if (name === undefined || range === undefined) return line;
    if (!SECTIONS.includes(section)) return line;
    left.delete(name);
    return line.replace(/": "[^"]*"/, () => `": "${range}"`);
  });
  const [lost] = left.keys();
  if (lost !== undefined) {
    throw new Error(
      `${lost} is not on a line of its own in a package.json that asks for it; it is not as Prettier writes it. Run npm run format, then try again.`,
    );
  }
  return lines.join(eol);
}

/**
 * Splits what is written before a version from it.
 *
 * @param range `^10.0.0`
 * @returns `^` and `10.0.0`; the prefix is empty for an exact version
 */
export function splitRange(range: string): { prefix: string; version: string } {
  const [, prefix = '', version = range] = /^([\^~]?)(.+)$/.exec(range) ?? [];
  return { prefix, version };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
