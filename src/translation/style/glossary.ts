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
  /** Wrong translations where the source has the term; regular expressions. */
  readonly forbidden: readonly string[];
}

const sourceFlags = 'i';
const forbiddenFlags = 'iu';

const shape = '{ "source": "…", "use": "…", "forbidden": ["…"] }';

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
  const forbidden = fields.get('forbidden');
  if (!isText(source)) return problem('"source" has to be a text', source);
  if (!isText(use)) return problem('"use" has to be a text', use);
  if (!Array.isArray(forbidden) || !forbidden.every(isText))
    return problem('"forbidden" has to be a list of texts', forbidden);
  const checked = forbidden.map((pattern) => ({
    pattern,
    problem: patternProblem('forbidden', pattern, forbiddenFlags),
  }));
  const sourceProblem = patternProblem('source', source, sourceFlags);
  const problems = [
    sourceProblem,
    ...checked.map(({ problem }) => problem),
  ].filter(isText);
  if (sourceProblem !== undefined) return { problems };
  const usable = checked
    .filter(({ problem }) => problem === undefined)
    .map(({ pattern }) => pattern);
  return { term: { source, use, forbidden: usable }, problems };
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
    .replace(valueReference, ' ')
    .replace(/\]\([^)]*\)/g, ']');
}

/**
 * Finds a translation of a term that the glossary forbids.
 *
 * @param terms the glossary
 * @param source the text in the source language
 * @param translation its translation
 * @returns the problem and what to write; undefined if there is none
 */
export function glossaryProblem(
  terms: readonly Term[],
  source: string,
  translation: string,
): string | undefined {
  const english = prose(source);
  const text = prose(translation);
  for (const { source: term, use, forbidden } of terms) {
    if (!new RegExp(`\\b(?:${term})`, sourceFlags).test(english)) continue;
    for (const variant of forbidden) {
      const match = new RegExp(variant, forbiddenFlags).exec(text);
      if (match !== null)
        return `the glossary forbids this word; there is "${match[0]}"; write "${use}".`;
    }
  }
  return undefined;
}
