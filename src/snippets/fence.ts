import { type FenceMeta, parseFenceMeta } from '../core/fence-meta.ts';
import { nearest, quoted } from '../core/nearest.ts';

/** A fence that shows a file, a region of a file, or what changed between two files. */
export interface FileFence {
  readonly kind: 'file';
  /** Path from the folder of the examples. */
  readonly path: string;
  readonly region?: string | undefined;
  /** Path of an earlier version: the fence shows a diff. */
  readonly before?: string | undefined;
  /** Line ranges as written between the braces. */
  readonly highlight?: string | undefined;
  readonly showLineNumbers: boolean;
}

/** Where the text of a fence comes from. */
export type Fence =
  | FileFence
  /** Commands, one a line. */
  | { readonly kind: 'console'; readonly commands: readonly string[] }
  /** Text of its own, with the reason. */
  | { readonly kind: 'illustrative'; readonly why: string }
  /** Text that another plugin fills in. */
  | { readonly kind: 'external'; readonly key: string; readonly value: string }
  /** Text of its own, if `strict` is false. */
  | { readonly kind: 'plain' };

/** The parts of an mdast code node that the parser reads. */
export interface FenceSource {
  readonly lang?: string | null | undefined;
  readonly meta?: string | null | undefined;
  readonly value: string;
}

/** Which fences a site allows. */
export interface FenceOptions {
  /** Keys of fences that another plugin fills, each with the keys allowed next to it, such as `{ output: ['contains'] }`. */
  readonly externalKeys?: Readonly<Record<string, readonly string[]>>;
  /** Whether every fence must name its source (default). Otherwise, fences without one are left as they are. */
  readonly strict?: boolean;
}

/** Thrown for a fence; its position is added by the caller. */
export class FenceError extends Error {}

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  file: ['{}', 'showLineNumbers', 'before'],
  illustrative: ['{}', 'showLineNumbers', 'title'],
};

/**
 * Parses where the text of a fence comes from.
 *
 * @throws FenceError for no source, several sources, an unknown key, or a body that doesn't fit
 */
export function parseFence(
  node: FenceSource,
  { externalKeys = {}, strict = true }: FenceOptions,
): Fence {
  const meta = parseFenceMeta(node);
  const { lang, values } = meta;
  const allowed = { ...ALLOWED, ...externalKeys };
  const sources = Object.keys(allowed).filter((key) => values.has(key));
  const [key] = sources;
  if (key === undefined && !strict) return { kind: 'plain' };
  if (meta.repeated[0] !== undefined) {
    throw new FenceError(
      `"${meta.repeated[0]}" is given twice. Keep one of them.`,
    );
  }
  if (sources.length > 1) {
    throw new FenceError(
      `a fence has one source, but this fence names ${quoted(sources)}. Keep one of them.`,
    );
  }
  if (key === undefined && lang !== 'console') {
    const [unknown] = values.keys();
    const forms = ['file', ...Object.keys(externalKeys)].map(
      (one) => `${one}=…`,
    );
    throw new FenceError(
      `this fence doesn't name the source of its text${unknown === undefined ? '' : ` ("${unknown}" isn't one)`}; use one of ${[...forms, 'console', 'illustrative="why"'].join(', ')}. Show a file or a region of an example.`,
    );
  }
  checkKeys(values, key, allowed);
  if (key === undefined) {
    return { kind: 'console', commands: commandsIn(node.value) };
  }
  const value = values.get(key) ?? '';
  const isEmpty = node.value.trim() === '';
  if (key === 'illustrative') {
    if (value.trim() === '') {
      throw new FenceError(
        'an illustrative fence needs the reason why no example can show its text. Write illustrative="…" with the reason.',
      );
    }
    if (isEmpty) {
      throw new FenceError(
        'an illustrative fence needs a text, but this fence is empty. Write the text, or use file=….',
      );
    }
    return { kind: 'illustrative', why: value };
  }
  if (value === '') {
    throw new FenceError(
      `"${key}" has no value. Write ${key}=<example>/<path>.`,
    );
  }
  if (!isEmpty) {
    throw new FenceError(
      `a fence with ${key}= is filled automatically, but this fence contains text. Delete the text.`,
    );
  }
  return key === 'file'
    ? fileFence(value, values)
    : { kind: 'external', key, value };
}

function checkKeys(
  values: FenceMeta['values'],
  key: string | undefined,
  allowed: Readonly<Record<string, readonly string[]>>,
): void {
  const names = key === undefined ? [] : [key, ...(allowed[key] ?? [])];
  const unknown = [...values.keys()].find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new FenceError(
    key === undefined
      ? `"${unknown}" isn't allowed on a console fence, which contains only commands. Delete it.`
      : `"${unknown}" isn't allowed next to "${key}"; allowed are ${quoted(names)}. Did you mean "${nearest(unknown, names)}"?`,
  );
}

function fileFence(value: string, values: FenceMeta['values']): FileFence {
  const [path = '', region, ...rest] = value.split('#');
  if (path === '' || region === '' || rest.length > 0) {
    throw new FenceError(
      `file=${value} is not a path with at most one region. Write file=<example>/<path>#<region>.`,
    );
  }
  const before = values.get('before');
  if (before === '') {
    throw new FenceError(
      '"before" has no value. Write before=<example>/<path>.',
    );
  }
  const regions = [region, before?.split('#')[1]].filter(
    (name) => name !== undefined,
  );
  if (before !== undefined && regions.length > 0) {
    throw new FenceError(
      `a diff compares two whole files, but this fence names the region ${quoted(regions)}. Delete the # and what follows.`,
    );
  }
  const lines = ['{}', 'showLineNumbers'].filter((name) => values.has(name));
  if (before !== undefined && lines.length > 0) {
    throw new FenceError(
      `${quoted(lines)} isn't allowed next to "before"; the lines of a diff belong to two files. Delete it.`,
    );
  }
  return {
    kind: 'file',
    path,
    region,
    before,
    highlight: values.get('{}'),
    showLineNumbers: values.has('showLineNumbers'),
  };
}

function commandsIn(body: string): string[] {
  const commands = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (commands.length === 0) {
    throw new FenceError(
      'a console fence contains commands, one a line, but this fence is empty. Write the command.',
    );
  }
  for (const command of commands) {
    if (/^\s*[$>%]\s/.test(command)) {
      throw new FenceError(
        `"${command}" starts with a prompt, which readers would copy. Write only the command.`,
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
