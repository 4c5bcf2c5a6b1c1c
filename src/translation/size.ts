/** How much longer than the English a translation may be: no language needs this, and a parser's time grows with it. */
const longest = (english: number): number => 10 * english + 1000;

/** How many more characters that open something it may have: nesting is as deep as there are of them. */
const moreMarks = 100;

const mark = /[*_~[\]<{`!(]/g;

function marksIn(text: string): number {
  return text.match(mark)?.length ?? 0;
}

/**
 * Checks that a translation is about as large as its source, so that parsing it takes no time that counts.
 *
 * @param source - The English.
 * @param translation - The translation.
 * @returns What is too large and what to do; undefined if nothing is.
 */
export function sizeProblem(
  source: string,
  translation: string,
): string | undefined {
  const limit = longest(source.length);
  if (translation.length > limit)
    return `the translation is too long; it has ${translation.length} characters, the English ${source.length}; shorten it to at most ${limit}.`;
  const theirs = marksIn(translation);
  const ours = marksIn(source);
  return theirs > ours + moreMarks
    ? `the translation has too many brackets and marks of emphasis; it has ${theirs}, the English ${ours}; take out those that the msgid has not.`
    : undefined;
}
