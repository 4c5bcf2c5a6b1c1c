import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { brokenLine, itemLines } from './json-lines.ts';
import type { Problem } from './problem.ts';

/** How a term of the source language is said in another. */
export interface Term {
  /** In the source language, as a regular expression without its word boundaries. */
  source: string;
  /** What to write. */
  use: string;
  /** What not to write where the source has the term; regular expressions. */
  forbidden: string[];
}

const sourceFlags = 'i';
const forbiddenFlags = 'iu';

const shape = '{ "source": "…", "use": "…", "forbidden": ["…"] }';

/** What a value is called in JSON, as short as it can be shown. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}

/** Why a pattern is of no use, and what to do; undefined if it can be used. */
function patternProblem(
  field: string,
  pattern: string,
  flags: string,
): string | undefined {
  try {
    return new RegExp(pattern, flags).test('')
      ? `a pattern in "${field}" fits any text; there is ${shown(pattern)}; write at least one character that has to be there.`
      : undefined;
  } catch (error) {
    const reason = /[^:]*$/.exec(error instanceof Error ? error.message : '');
    return `a pattern in "${field}" is no regular expression (${reason?.[0].trim() ?? ''}); there is ${shown(pattern)}; correct it, and write \\\\ before a sign that stands for itself.`;
  }
}

/** What can be used of an entry, and what is wrong with the rest of it. */
function readTerm(value: unknown): { term?: Term; problems: string[] } {
  const wrong = (field: string, what: string, there: unknown) => ({
    problems: [
      `"${field}" has to be ${what}; there is ${shown(there)}; write ${shape}.`,
    ],
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      problems: [
        `an entry has another shape; there is ${shown(value)}; write ${shape}.`,
      ],
    };
  const fields = new Map<string, unknown>(Object.entries(value));
  const source = fields.get('source');
  const use = fields.get('use');
  const forbidden = fields.get('forbidden');
  if (typeof source !== 'string') return wrong('source', 'a text', source);
  if (typeof use !== 'string') return wrong('use', 'a text', use);
  if (!Array.isArray(forbidden) || !forbidden.every(isText))
    return wrong('forbidden', 'a list of texts', forbidden);
  const noSource = patternProblem('source', source, sourceFlags);
  const checked = forbidden.map((pattern) => ({
    pattern,
    problem: patternProblem('forbidden', pattern, forbiddenFlags),
  }));
  const problems = [noSource, ...checked.map(({ problem }) => problem)].filter(
    isText,
  );
  if (noSource !== undefined) return { problems };
  const usable = checked
    .filter(({ problem }) => problem === undefined)
    .map(({ pattern }) => pattern);
  return { term: { source, use, forbidden: usable }, problems };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * Reads the glossary of a language. An entry or a pattern that is wrong is left out, and the others hold.
 *
 * @param root - Absolute path of the site.
 * @param file - The path of the glossary from there.
 * @returns Its terms, and what is wrong with the file; nothing at all if there is none.
 */
export function readGlossary(
  root: string,
  file: string,
): { terms: Term[]; problems: Problem[] } {
  const path = join(root, file);
  if (!existsSync(path)) return { terms: [], problems: [] };
  const text = readFileSync(path, 'utf8');
  const broken = (line: number, what: string) => ({
    terms: [],
    problems: [{ file, line, text: what }],
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(
      brokenLine(text, reason),
      `this is no JSON (${reason.replaceAll('\n', ' ')}); a glossary is a list of ${shape}; correct it.`,
    );
  }
  if (!Array.isArray(value))
    return broken(
      1,
      `a glossary is a list; there is ${shown(value)}; write [${shape}].`,
    );
  const lines = itemLines(text);
  const read = value.map((item: unknown, index) => {
    const { term, problems } = readTerm(item);
    const line = lines[index] ?? 1;
    return {
      term,
      problems: problems.map((what) => ({ file, line, text: what })),
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
    .replace(/\]\([^)]*\)/g, ']');
}

/**
 * Finds a term that a translation says in a way that the glossary rules out.
 *
 * @param terms - The glossary.
 * @param source - The text in the source language.
 * @param translation - The translation.
 * @returns What is wrong and what to write; undefined if nothing is wrong.
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
        return `the glossary rules this word out; there is "${match[0]}"; write "${use}".`;
    }
  }
  return undefined;
}
