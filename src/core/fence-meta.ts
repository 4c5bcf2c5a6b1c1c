/** The parts of an mdast code node that a fence's first line becomes. */
export interface FenceLine {
  readonly lang?: string | null | undefined;
  readonly meta?: string | null | undefined;
}

/** The first line of a fence, parsed. */
export interface FenceMeta {
  /** The language, if the fence names one. */
  readonly lang: string | undefined;
  /** Each key with its value: `''` for a flag; line ranges in braces have the key `{}`. */
  readonly values: ReadonlyMap<string, string>;
  /** The keys that are given more than once; the first value counts. */
  readonly repeated: readonly string[];
}

const TOKEN = /\{[^}]*\}|[^\s="']+=(?:"[^"]*"|'[^']*')|\S+/g;

/**
 * Parses the first line of a fence: ` ```ts file=chat/src/main.ts {1,3-5} title="…" `. A fence that starts with a key
 * (` ```file=… `) has no language.
 *
 * @param fence the code node
 * @returns its language, keys and flags
 */
export function parseFenceMeta({ lang, meta }: FenceLine): FenceMeta {
  const startsWithKey = /[={]/.test(lang ?? '');
  const text = [startsWithKey ? lang : '', meta ?? ''].join(' ');
  const values = new Map<string, string>();
  const repeated: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const [key, value] = keyAndValue(token);
    if (values.has(key)) repeated.push(key);
    else values.set(key, value);
  }
  return {
    lang: startsWithKey || !lang ? undefined : lang,
    values,
    repeated,
  };
}

function keyAndValue(token: string): [string, string] {
  if (token.startsWith('{')) {
    return ['{}', token.slice(1, -1).replaceAll(/\s/g, '')];
  }
  const equals = token.indexOf('=');
  if (equals < 0) return [token, ''];
  const [, , quoted] = /^(["'])(.*)\1$/.exec(token.slice(equals + 1)) ?? [];
  return [token.slice(0, equals), quoted ?? token.slice(equals + 1)];
}
