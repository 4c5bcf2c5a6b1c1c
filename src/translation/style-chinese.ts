import { run } from 'zhlint';

/** zhlint's own preset, but brackets are full-width and quotation marks need no space around them. */
const rules = {
  preset: 'default',
  halfwidthPunctuation: '[]{}',
  fullwidthPunctuation: '，。：；？！“”‘’（）',
  adjustedFullwidthPunctuation: '',
};

/** An element around words: `<Proven of="…">words</Proven>`. */
const wrapper = /<([A-Za-z]\w*)(?:\s[^<>]*)?(?<!\/)>([^<>[\]]*)<\/\1>/g;
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
  // zhlint reads HTML in Markdown as a break between words. What it knows is a link, for a tag around words
  // that belong to the sentence, and a code span, for a tag that stands for a value.
  const plain = text
    .replace(wrapper, (match, _name: string, words: string) => {
      const start = match.indexOf('>') + 1;
      tags.push(match.slice(0, start), match.slice(start + words.length));
      return `[${words}](#\uE000${tags.length - 2})`;
    })
    .replace(tag, (match) => {
      tags.push(match);
      return `\`${tags.length - 1}\u0001\``;
    });
  const { result, validations } = run(plain, { rules });
  const [first] = validations;
  if (first === undefined || result === plain) return undefined;
  const expected = result
    .replace(
      /\[([^[\]]*)\]\(#\uE000(\d+)\)/g,
      (_, words: string, index: string) =>
        `${tags[Number(index)] ?? ''}${words}${tags[Number(index) + 1] ?? ''}`,
    )
    .replace(/`(\d+)\u0001`/g, (_, index: string) => tags[Number(index)] ?? '');
  return `zhlint: ${first.message}; there is "${text}"; write "${expected}".`;
}
