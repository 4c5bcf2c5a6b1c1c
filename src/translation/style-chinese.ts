import { run } from 'zhlint';

/** zhlint's own preset, but brackets are full-width and quotation marks need no space around them. */
const rules = {
  preset: 'default',
  halfwidthPunctuation: '[]{}',
  fullwidthPunctuation: '，。：；？！“”‘’（）',
  adjustedFullwidthPunctuation: '',
};

/** Code, tags and link targets are the same in every language: only their place in the sentence matters. */
const tag = /<\/?[A-Za-z][^>]*>|\{[^{}]*\}/g;

/**
 * Checks the typography of a Chinese text.
 *
 * @param text - Markdown.
 * @returns What is wrong and how it should be written; undefined if nothing is wrong.
 */
export function chineseProblem(text: string): string | undefined {
  const tags: string[] = [];
  // zhlint reads HTML in Markdown as a break between words; a code span it knows.
  const plain = text.replace(tag, (match) => {
    tags.push(match);
    return `\`${tags.length - 1}\u0001\``;
  });
  const { result, validations } = run(plain, { rules });
  const [first] = validations;
  if (first === undefined || result === plain) return undefined;
  const expected = result.replace(
    /`(\d+)\u0001`/g,
    (_, index: string) => tags[Number(index)] ?? '',
  );
  return `zhlint: ${first.message}; there is "${text}"; write "${expected}".`;
}
