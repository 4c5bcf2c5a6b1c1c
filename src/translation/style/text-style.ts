import { z } from 'zod';

import { readSiteFile } from '../catalogue/site-file.ts';
import type { Problem } from '../problem.ts';
import { patternProblem } from './glossary.ts';

/** What an expression is matched with: each sentence of a text, a whole text, or a whole heading. */
const scopes = ['sentence', 'text', 'heading'] as const;

const wording = z.strictObject({
  forbidden: z.array(z.string()).nonempty(),
  use: z.string(),
  /** Texts that each have one of the forbidden wordings; a test compares them. */
  examples: z.array(z.string()).optional(),
  matchCase: z.boolean().optional(),
  scope: z.enum(scopes).optional(),
});

const shape = z.strictObject({
  /** A code span, a value and a number count as one word. Languages without spaces have no maximum. */
  maxSentenceWords: z.int().positive().optional(),
  /** Texts of other software, which are ignored. */
  quotations: z.array(z.string()),
  wording: z.array(wording),
});

interface Rule {
  readonly pattern: RegExp;
  readonly use: string;
  readonly scope: (typeof scopes)[number];
}

/** Style of a language. */
export interface TextStyle {
  readonly maxSentenceWords?: number | undefined;
  readonly quotations: readonly string[];
  readonly rules: readonly Rule[];
}

/**
 * Reads the style of a language.
 *
 * @param root absolute path of the site
 * @param file path of the style from there
 * @returns no style if there is no such file, or it is invalid
 */
export function readStyle(
  root: string,
  file: string,
): { style?: TextStyle; problems: Problem[] } {
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
  const patterns = data.wording.flatMap(
    ({ forbidden, use, matchCase, scope = 'sentence' }) =>
      forbidden.map((source) => ({
        ...{ source, use, scope },
        flags: matchCase ? 'u' : 'iu',
      })),
  );
  const problems = patterns.flatMap(
    ({ source, flags }) => patternProblem('forbidden', source, flags) ?? [],
  );
  if (problems.length > 0) return broken(...problems);
  const rules = patterns.map(({ source, use, scope, flags }) => ({
    ...{ use, scope },
    pattern: new RegExp(source, flags),
  }));
  return { style: { ...data, rules }, problems: [] };
}

/** Segments sentences; the rules of Unicode are the same in English, German and Chinese. */
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A violation of the style. */
export interface StyleProblem {
  /** Position in the text. */
  readonly at: number;
  readonly message: string;
  /** The forbidden words. */
  readonly found?: string;
}

/**
 * Checks the style of a text.
 *
 * @param text words without markup, with `X` for code and values
 * @param isHeading whether the text is a heading
 * @returns the first violation of each rule in each sentence, in reading order
 */
export function styleProblems(
  { maxSentenceWords = Infinity, quotations, rules }: TextStyle,
  text: string,
  isHeading = false,
): StyleProblem[] {
  const prose = quotations
    .reduce((rest, quotation) => rest.replaceAll(quotation, masked), text)
    .replaceAll(/“[^”]*”|„[^“]*“|"[^"]*"/g, masked)
    // Of white space, only a no-break space has a meaning.
    .replaceAll(/[^\S\u00a0]/g, ' ');
  const violations = (
    part: string,
    start: number,
    scope: Rule['scope'],
  ): StyleProblem[] =>
    rules.flatMap((rule) => {
      const match = rule.scope === scope ? rule.pattern.exec(part) : null;
      if (match === null) return [];
      const found = match[0].trim();
      return [
        {
          ...{ at: start + match.index, found },
          message: `the style forbids this wording; there is "${found}"; write ${rule.use}.`,
        },
      ];
    });
  const found = [
    ...violations(prose, 0, 'text'),
    ...(isHeading ? violations(prose, 0, 'heading') : []),
  ];
  for (const { segment, index } of sentences.segment(prose)) {
    const start = index + segment.length - segment.trimStart().length;
    const sentence = segment.trim();
    const words = sentence.split(/ +/);
    if (words.length > maxSentenceWords)
      found.push({
        at: start,
        message: `the sentence "${words.slice(0, 5).join(' ')} …" has ${words.length} words, and the maximum is ${maxSentenceWords}; split it.`,
      });
    found.push(...violations(sentence, start, 'sentence'));
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Replaces the letters of a quotation; the number of its words and characters stays the same. */
function masked(quotation: string): string {
  return quotation.replaceAll(/\p{L}/gu, 'x');
}
