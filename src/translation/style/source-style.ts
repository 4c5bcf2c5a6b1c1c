import { z } from 'zod';

import { readSiteFile } from '../catalogue/site-file.ts';
import type { Problem } from '../problem.ts';
import { patternProblem } from './glossary.ts';

const wording = z.strictObject({
  /** Regular expressions; each is matched with one sentence. */
  forbidden: z.array(z.string()).nonempty(),
  use: z.string(),
  matchCase: z.boolean().optional(),
});

const shape = z.strictObject({
  /** A code span, a value and a number count as one word. */
  maxSentenceWords: z.int().positive(),
  /** Texts of other software, which are ignored. */
  quotations: z.array(z.string()),
  wording: z.array(wording),
});

interface Rule {
  readonly pattern: RegExp;
  readonly use: string;
}

/** Style of the source language. */
export interface SourceStyle {
  readonly maxSentenceWords: number;
  readonly quotations: readonly string[];
  readonly rules: readonly Rule[];
}

/**
 * Reads the style of the source language.
 *
 * @param root absolute path of the site
 * @param file path of the style from there
 * @returns no style if there is no such file, or it is invalid
 */
export function readSourceStyle(
  root: string,
  file: string,
): { style?: SourceStyle; problems: Problem[] } {
  const content = readSiteFile(root, file);
  if (content === undefined) return { problems: [] };
  if ('message' in content) return { problems: [content] };
  const broken = (...messages: string[]) => ({
    problems: messages.map((message) => ({ file, line: 1, message })),
  });
  let json: unknown;
  try {
    json = JSON.parse(content.text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(`this is not JSON: ${reason}. Correct it.`);
  }
  const { success, data, error } = shape.safeParse(json);
  if (!success)
    return broken(
      ...error.issues.map(
        ({ path, message }) =>
          `"${path.join('.')}" is invalid: ${message}. Correct it.`,
      ),
    );
  const patterns = data.wording.flatMap(({ forbidden, use, matchCase }) =>
    forbidden.map((source) => ({ source, use, flags: matchCase ? 'u' : 'iu' })),
  );
  const problems = patterns.flatMap(
    ({ source, flags }) => patternProblem('forbidden', source, flags) ?? [],
  );
  if (problems.length > 0) return broken(...problems);
  const rules = patterns.map(({ source, use, flags }) => ({
    pattern: new RegExp(source, flags),
    use,
  }));
  return { style: { ...data, rules }, problems: [] };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A violation of the style. */
export interface StyleProblem {
  /** Position in the text. */
  readonly at: number;
  readonly message: string;
}

/**
 * Checks the style of a text in the source language.
 *
 * @param text words without markup, with `X` for code and values
 * @returns the first violation of each rule in each sentence, in reading order
 */
export function sourceStyleProblems(
  { maxSentenceWords, quotations, rules }: SourceStyle,
  text: string,
): StyleProblem[] {
  const prose = quotations
    .reduce((rest, quotation) => rest.replaceAll(quotation, masked), text)
    .replaceAll(/“[^”]*”|"[^"]*"/g, masked)
    .replaceAll(/\s/g, ' ');
  return [...sentences.segment(prose)].flatMap(({ segment, index }) => {
    const start = index + segment.length - segment.trimStart().length;
    const sentence = segment.trim();
    const words = sentence.split(/ +/).length;
    const found = rules.flatMap(({ pattern, use }) => {
      const match = pattern.exec(sentence);
      return match === null
        ? []
        : [
            {
              at: start + match.index,
              message: `the style forbids this wording; there is "${match[0].trim()}"; write ${use}.`,
            },
          ];
    });
    if (words > maxSentenceWords)
      found.unshift({
        at: start,
        message: `the sentence "${sentence.split(' ').slice(0, 5).join(' ')} …" has ${words} words, and the maximum is ${maxSentenceWords}; split it.`,
      });
    return found.sort((a, b) => a.at - b.at);
  });
}

/** Replaces the letters of a quotation; the number of its words and characters stays the same. */
function masked(quotation: string): string {
  return quotation.replaceAll(/\p{L}/gu, 'x');
}
