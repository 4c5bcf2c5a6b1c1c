import {
  getNodeValue,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

import { valueReference } from '../../core/value-reference.ts';
import { readSiteFile, wrongByteProblem } from '../catalogue/site-file.ts';
import { type Problem, quote } from '../problem.ts';

/** A term of the source language and its translation. */
export interface Term {
  /** In the source language, as a regular expression without its word boundaries. */
  readonly source: string;
  readonly use: string;
  /** Right translations, one of which has to be where the source has the term; regular expressions. Default: any. */
  readonly expected?: readonly string[];
  /** Wrong translations where the source has the term; regular expressions. */
  readonly forbidden: readonly string[];
}

const sourceFlags = 'i';
const translationFlags = 'iu';

const shape = '{ "source": "…", "use": "…", "forbidden": ["…"] }';

const fieldNames = [
  ...['source', 'use', 'expected', 'forbidden'],
  // For editors.
  ...['reason', 'example'],
];

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}

/** Returns why a pattern isn't usable; undefined if it is. */
export function patternProblem(
  field: string,
  pattern: string,
  flags: string,
): string | undefined {
  try {
    return new RegExp(pattern, flags).test('')
      ? `a pattern in "${field}" matches any text; there is ${shown(pattern)}; write at least one required character.`
      : undefined;
  } catch (error) {
    const reason = /[^:]*$/.exec(error instanceof Error ? error.message : '');
    return `a pattern in "${field}" is not a regular expression (${reason?.[0].trim() ?? ''}); there is ${shown(pattern)}; correct it, and write \\\\ before a literal sign.`;
  }
}

/** The usable part of an entry, and the problems of the rest. */
function readTerm(value: unknown): { term?: Term; problems: string[] } {
  const problem = (what: string, found: unknown) => ({
    problems: [`${what}; there is ${shown(found)}; write ${shape}.`],
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem('an entry has to be an object', value);
  const fields = new Map<string, unknown>(Object.entries(value));
  const source = fields.get('source');
  const use = fields.get('use');
  if (!isText(source)) return problem('"source" has to be a text', source);
  if (!isText(use)) return problem('"use" has to be a text', use);
  for (const name of ['reason', 'example'])
    if (!isText(fields.get(name) ?? ''))
      return problem(`"${name}" has to be a text`, fields.get(name));
  const unknown = [...fields.keys()].find((name) => !fieldNames.includes(name));
  if (unknown !== undefined)
    return problem(`the fields are ${fieldNames.join(', ')}`, unknown);
  const forbidden = fields.get('forbidden');
  if (!isTexts(forbidden))
    return problem('"forbidden" has to be a list of texts', forbidden);
  const expected = fields.get('expected') ?? [];
  if (!isTexts(expected))
    return problem('"expected" has to be a list of texts', expected);
  const problems: string[] = [];
  const usable = (field: string, patterns: string[], flags: string) =>
    patterns.filter((pattern) => {
      const found = patternProblem(field, pattern, flags);
      if (found !== undefined) problems.push(found);
      return found === undefined;
    });
  const [pattern] = usable('source', [source], sourceFlags);
  const term = {
    expected: usable('expected', expected, translationFlags),
    forbidden: usable('forbidden', forbidden, translationFlags),
  };
  return pattern === undefined
    ? { problems }
    : { term: { source, use, ...term }, problems };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * Reads the glossary of a language, without wrong entries and patterns.
 *
 * @param root absolute path of the site
 * @param file path of the glossary from there
 * @returns its terms and problems; both empty if there is no such file
 */
export function readGlossary(
  root: string,
  file: string,
): { terms: Term[]; problems: Problem[] } {
  const content = readSiteFile(root, file);
  if (content === undefined) return { terms: [], problems: [] };
  if ('message' in content) return { terms: [], problems: [content] };
  const { text, wrongBytes } = content;
  const broken = (line: number, what: string) => ({
    terms: [],
    problems: [{ file, line, message: what }],
  });
  for (const [line, byte] of wrongBytes)
    return broken(line, wrongByteProblem(byte));
  const lineAt = (offset: number): number =>
    text.trimEnd().slice(0, offset).split('\n').length;
  const errors: ParseError[] = [];
  const list = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (list === undefined || error !== undefined)
    return broken(
      lineAt(error?.offset ?? 0),
      `this is not JSON (${error && printParseErrorCode(error.error)}); a glossary is a list of ${shape}; correct it.`,
    );
  if (list.type !== 'array')
    return broken(
      1,
      `a glossary is a list; there is ${quote(text.trim())}; write [${shape}].`,
    );
  const read = (list.children ?? []).map((item) => {
    const { term, problems } = readTerm(getNodeValue(item));
    const line = lineAt(item.offset);
    return {
      term,
      problems: problems.map((message) => ({ file, line, message })),
    };
  });
  return {
    terms: read.flatMap(({ term }) => term ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function prose(text: string): string {
  return text
    .replace(/`[^`]*`/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\{[^{}]*\}/g, ' ')
    .replace(valueReference, ' ')
    .replace(/\]\([^)]*\)/g, ']');
}

/**
 * Finds a term whose translation the glossary forbids, or doesn't expect.
 *
 * @param terms the glossary
 * @param source the text in the source language
 * @param translation its translation
 * @param isAllowed whether this message may contain a forbidden word, or lack the translation of a term
 * @returns the problem and what to write; undefined if there is none
 */
export function glossaryProblem(
  terms: readonly Term[],
  source: string,
  translation: string,
  isAllowed: (words: string) => boolean = () => false,
): string | undefined {
  const english = prose(source);
  const text = prose(translation);
  const firstMatch = (patterns: readonly string[]): string | undefined => {
    for (const pattern of patterns) {
      const match = new RegExp(pattern, translationFlags).exec(text);
      if (match !== null) return match[0];
    }
    return undefined;
  };
  for (const { source: pattern, use, expected = [], forbidden } of terms) {
    const term = new RegExp(`\\b(?:${pattern})`, sourceFlags).exec(
      english,
    )?.[0];
    if (term === undefined) continue;
    const wrong = firstMatch(forbidden);
    if (wrong !== undefined && !isAllowed(wrong))
      return `the glossary forbids this word; there is "${wrong}"; write "${use}".`;
    if (expected.length === 0 || isAllowed(term)) continue;
    if (firstMatch(expected) === undefined)
      return `the English has a term of the glossary, and the translation doesn't; there is "${term}"; write "${use}", or "# allow: ${term}" above the message.`;
  }
  return undefined;
}
