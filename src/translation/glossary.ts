import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

function isTerm(value: unknown): value is Term {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'use' in value &&
    typeof value.use === 'string' &&
    'forbidden' in value &&
    Array.isArray(value.forbidden) &&
    value.forbidden.every((item) => typeof item === 'string')
  );
}

/**
 * Reads the glossary of a language.
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
  const shape =
    'a glossary is a list of { "source", "use", "forbidden": [] }; correct it.';
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(value) && value.every(isTerm))
      return { terms: value, problems: [] };
    return {
      terms: [],
      problems: [
        { file, line: 1, text: `an entry has another shape; ${shape}` },
      ],
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      terms: [],
      problems: [
        { file, line: 1, text: `this is no JSON (${reason}); ${shape}` },
      ],
    };
  }
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
    if (!new RegExp(`\\b(?:${term})`, 'i').test(english)) continue;
    for (const variant of forbidden) {
      const match = new RegExp(variant, 'iu').exec(text);
      if (match !== null)
        return `the glossary rules this word out; there is "${match[0]}"; write "${use}".`;
    }
  }
  return undefined;
}
