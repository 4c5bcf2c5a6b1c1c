import type { CharacterRules } from './character-rules.ts';
import type { Term } from './glossary.ts';

/** Text without a language: code, tags, URLs, references, expressions and placeholders. */
const untranslatable =
  /`+[^`]*`+|<[^>]*>|\]\([^)]*\)|\]?\[=[^\]]*\]|\]\[[^\]]*\]|\{[^{}]*\}|%(?:\d+\$)?[sd]\b|&\w+;/g;

/** Placeholder of untranslatable text. */
const gap = '/';

const isWord = (token: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’-]*$/u.test(token);

/** Terms by glossary that are the same in both languages, since a check reads thousands of texts. */
const keptTerms = new WeakMap<readonly Term[], readonly KeptTerm[]>();

interface KeptTerm {
  readonly pattern: RegExp;
  readonly use: string;
}

function keptTermsOf(terms: readonly Term[]): readonly KeptTerm[] {
  const known = keptTerms.get(terms);
  if (known) return known;
  const kept = terms
    .map(({ source, use }) => ({
      pattern: new RegExp(String.raw`\b(?:${source})`, 'gi'),
      use: use.toLowerCase(),
    }))
    .filter(({ pattern, use }) => use.search(pattern) >= 0);
  keptTerms.set(terms, kept);
  return kept;
}

/** Splits a text into words, placeholders, and other tokens such as paths, options and signs. */
function tokensIn(text: string, terms: readonly Term[]): string[] {
  let plain = text.replace(untranslatable, ` ${gap} `);
  for (const { pattern, use } of keptTermsOf(terms))
    plain = plain.replace(pattern, (match) =>
      match.toLowerCase() === use ? ` ${gap} ` : match,
    );
  return plain
    .split(/\s+|(?<=[^\0-\u024f])|(?=[^\0-\u024f])/u)
    .map((token) =>
      token.replace(/^[[("'„“‘«（「*_~]+|[\])"'“”’»）」*_~.,;:!?…]+$/gu, ''),
    )
    .filter((token) => token !== '');
}

/** Returns the longest common run of words, with placeholders at the same positions. */
function commonRun(
  source: readonly string[],
  translation: readonly string[],
): string[] {
  let best: string[] = [];
  let before: number[] = [];
  for (const [end, token] of translation.entries()) {
    const counts = token === gap || isWord(token);
    const runs = source.map((other, index) =>
      counts && other === token ? (before[index - 1] ?? 0) + 1 : 0,
    );
    const longest = Math.max(0, ...runs);
    const run = translation.slice(end - longest + 1, end + 1).filter(isWord);
    if (run.length > best.length) best = run;
    before = runs;
  }
  return best;
}

/** Whether words contain lower-case letters; names and titles are often the same in several languages. */
function isEnglish(words: readonly string[]): boolean {
  return words.length > 1 && words.some((word) => /^\p{Ll}/u.test(word));
}

/** Minimum length of a run that isn't a coincidence. */
const atLeast = 4;

/**
 * Finds words of the source language that were not translated.
 *
 * @param terms the glossary; terms whose `use` is equal to their source are allowed
 * @returns the problem and what to do; undefined if there is none
 */
export function untranslatedProblem(
  source: string,
  translation: string,
  terms: readonly Term[],
  { own }: CharacterRules,
): string | undefined {
  const ours = tokensIn(source, terms);
  if (!isEnglish(ours.filter(isWord))) return undefined;
  const theirs = tokensIn(translation, terms);
  const words = theirs.filter(isWord);
  const run = commonRun(ours, theirs);
  const isLeft =
    isEnglish(run) &&
    (run.length >= atLeast || run.length === ours.filter(isWord).length);
  const isForeign =
    own !== undefined && !own.test(translation) && isEnglish(words);
  if (!isLeft && !isForeign) return undefined;
  const found = (isLeft ? run : words).join(' ').slice(0, 80);
  return `these words are not translated; there is ${JSON.stringify(found)}; translate them, or add them to the glossary with the same text as "use" if the language keeps them.`;
}
