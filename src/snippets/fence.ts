import { nearest, quoted } from './nearest.ts';

/** A fence that shows a file or a region of an example. */
export interface FileFence {
  readonly disposition: 'file';
  /** Path from examples/. */
  readonly path: string;
  readonly region?: string;
  /** Path from examples/ of the file as it was: the fence shows what has changed since. */
  readonly before?: string;
  /** Line ranges as written between the braces. */
  readonly highlight?: string;
  readonly showLineNumbers: boolean;
}

/** A fence of commands, each of which a test executes. */
export interface ConsoleFence {
  readonly disposition: 'console';
  readonly commands: readonly string[];
}

/** A fence with a text of its own, and why it has to have one. */
export interface IllustrativeFence {
  readonly disposition: 'illustrative';
  readonly why: string;
}

/** A fence that another plugin fills. */
export interface ForeignFence {
  readonly disposition: 'elsewhere';
  readonly key: string;
  readonly value: string;
}

/** What a fence says of where its text comes from. */
export type Fence = FileFence | ConsoleFence | IllustrativeFence | ForeignFence;

/** The parts of an mdast code node that say what a fence is. */
export interface FenceSource {
  readonly lang?: string | null | undefined;
  readonly meta?: string | null | undefined;
  readonly value: string;
}

/** Thrown by parseFence; the message lacks the place, which its caller knows. */
export class FenceError extends Error {}

const TOKEN = /\{[^}]*\}|[^\s="]+="[^"]*"|\S+/g;
const RANGES = /^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/;
const ALONGSIDE: Readonly<Record<string, readonly string[]>> = {
  file: ['{}', 'showLineNumbers', 'before'],
  illustrative: ['{}', 'showLineNumbers'],
  output: ['contains'],
};

/**
 * The language and the rest of a fence's first line, apart: a fence that begins with its
 * disposition (` ```file=… `) has no language.
 *
 * @param node the fence
 * @returns the language, if there is one, and the meta
 */
export function languageAndMeta({ lang, meta }: FenceSource): {
  lang: string | undefined;
  meta: string;
} {
  if (lang && /[={]/.test(lang)) {
    return { lang: undefined, meta: [lang, meta ?? ''].join(' ').trim() };
  }
  return { lang: lang ?? undefined, meta: meta ?? '' };
}

/**
 * Reads what a fence says of where its text comes from.
 *
 * @param node the fence
 * @param elsewhere keys of the dispositions that another plugin fills, e.g. `frames`
 * @returns the fence's disposition with its values
 * @throws FenceError if it has none, more than one, an unknown key, or a body that does not suit it
 */
export function parseFence(
  node: FenceSource,
  elsewhere: readonly string[],
): Fence {
  const { lang, meta } = languageAndMeta(node);
  const values = parseMeta(meta);
  const keyed = ['file', 'illustrative', ...elsewhere];
  const used = keyed.filter((key) => values.has(key));
  const [key, ...more] = used;

  if (more.length > 0) {
    throw new FenceError(
      `a fence takes its text from one place, and this one names ${quoted(used)}. Keep one of them.`,
    );
  }
  if (key === undefined && lang !== 'console') {
    const [unknown] = values.keys();
    throw new FenceError(
      `nothing says where the text of this fence comes from${unknown === undefined ? '' : ` ("${unknown}" does not)`}; a fence is one of ${dispositions(elsewhere)}. Show a file or a region of an example.`,
    );
  }

  const allowed = key === undefined ? [] : [key, ...(ALONGSIDE[key] ?? [])];
  for (const name of values.keys()) {
    if (!allowed.includes(name)) {
      const [like] = nearest(name, allowed, 1);
      throw new FenceError(
        allowed.length === 0
          ? `"${name}" is not known on a console fence; it takes nothing but its commands. Delete it.`
          : `"${name}" is not known beside "${String(key)}"; there is ${quoted(allowed)}. Did you mean "${String(like)}"?`,
      );
    }
  }

  if (key === undefined) {
    return { disposition: 'console', commands: commandsOf(node.value) };
  }
  const value = values.get(key) ?? '';
  if (key === 'illustrative') return illustrative(value, node.value);
  if (value === '') {
    throw new FenceError(
      `"${key}" names nothing. Write ${key}=<example>/<path>.`,
    );
  }
  if (node.value.trim() !== '') {
    throw new FenceError(
      `a fence with ${key}= is filled from there, but this one has a text of its own. Delete its text.`,
    );
  }
  if (key !== 'file') return { disposition: 'elsewhere', key, value };

  const [path = '', region, ...rest] = value.split('#');
  if (path === '' || region === '' || rest.length > 0) {
    throw new FenceError(
      `file=${value} is not a path with at most one region. Write file=<example>/<path>#<region>.`,
    );
  }
  const before = values.get('before');
  const highlight = values.get('{}');
  if (before !== undefined) {
    checkDiff(
      before,
      region,
      ['{}', 'showLineNumbers'].filter((name) => values.has(name)),
    );
  }
  return {
    disposition: 'file',
    path,
    showLineNumbers: values.has('showLineNumbers'),
    ...(region === undefined ? {} : { region }),
    ...(before === undefined ? {} : { before }),
    ...(highlight === undefined ? {} : { highlight }),
  };
}

/** A diff is of two whole files, and its lines are those of both. */
function checkDiff(
  before: string,
  region: string | undefined,
  lineOptions: readonly string[],
): void {
  if (before === '') {
    throw new FenceError(
      '"before" names nothing. Write before=<example>/<path>.',
    );
  }
  const regions = [region, before.split('#')[1]].filter(
    (name) => name !== undefined,
  );
  if (regions.length > 0) {
    throw new FenceError(
      `a diff compares two whole files, but this fence names the region ${quoted(regions)}. Delete what follows the #.`,
    );
  }
  if (lineOptions.length > 0) {
    throw new FenceError(
      `${quoted(lineOptions)} is not known beside "before"; the lines of a diff are those of two files. Delete it.`,
    );
  }
}

function parseMeta(meta: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const [token] of meta.matchAll(TOKEN)) {
    const equals = token.indexOf('=');
    const [key, value] = token.startsWith('{')
      ? ['{}', token.slice(1, -1).replaceAll(/\s/g, '')]
      : equals < 0
        ? [token, '']
        : [
            token.slice(0, equals),
            token.slice(equals + 1).replaceAll(/^"|"$/g, ''),
          ];
    if (values.has(key)) {
      throw new FenceError(`"${key}" is given twice. Keep one of them.`);
    }
    values.set(key, value);
  }
  return values;
}

function dispositions(elsewhere: readonly string[]): string {
  const keys = ['file', ...elsewhere].map((key) => `${key}=…`);
  return [...keys, 'console', 'illustrative="why"'].join(', ');
}

function illustrative(why: string, body: string): IllustrativeFence {
  if (why.trim() === '') {
    throw new FenceError(
      'an illustrative fence has to say why no example can show its text. Write illustrative="…" with the reason.',
    );
  }
  if (body.trim() === '') {
    throw new FenceError(
      'an illustrative fence has to have a text of its own, and this one is empty. Write it, or use file=….',
    );
  }
  return { disposition: 'illustrative', why };
}

function commandsOf(body: string): string[] {
  const commands = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (commands.length === 0) {
    throw new FenceError(
      'a console fence holds commands, one a line, and this one is empty. Write the command.',
    );
  }
  for (const command of commands) {
    if (/^\s*[$>%]\s/.test(command)) {
      throw new FenceError(
        `"${command}" begins with a prompt, which readers would copy. Write the command alone.`,
      );
    }
    if (command !== command.trim() || command.endsWith('\\')) {
      throw new FenceError(
        `"${command}" is not one command on one line. Write one command a line, without indentation.`,
      );
    }
  }
  return commands;
}

/**
 * Checks that highlighted lines exist.
 *
 * @param highlight line ranges such as `1,3-5`
 * @param count how many lines the shown text has
 * @throws FenceError if it is no list of ranges or one of them lies outside the text
 */
export function checkHighlight(highlight: string, count: number): void {
  if (!RANGES.test(highlight)) {
    throw new FenceError(
      `{${highlight}} is no list of lines. Write something like {1,3-5}.`,
    );
  }
  for (const range of highlight.split(',')) {
    const [from = 0, to = from] = range.split('-').map(Number);
    if (from < 1 || to < from || to > count) {
      throw new FenceError(
        `{${highlight}} highlights ${range}, but the shown text has ${count} ${count === 1 ? 'line' : 'lines'}. Lines count from 1, in the shown text.`,
      );
    }
  }
}
