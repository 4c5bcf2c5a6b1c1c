import type { PhrasingContent } from 'mdast';

/** Whatever can begin no construct of the site's syntax; a colon does only where a word touches it. */
const plainCharacter = String.raw`(?:[^\u0000-\u001f\u007f\\${'`'}*_[\]{}<>&~|^@:]|:(?=[ *\]]|$))`;

/** A code span in single backticks, without blanks at its ends that would belong to its marks. */
const codeSpan = '`[^`\\s](?:[^`\\u0000-\\u001f]*[^`\\s])?`(?!`)';

// One character at a time: a repetition of repetitions would try every way to divide a long text.
const textAndCode = `(?:${plainCharacter}|${codeSpan})+`;

/** Before them a space and behind them a space or a punctuation mark: such marks can only begin and end what is between. */
function between(marks: string, name: string): string {
  return String.raw`(?<![^ ])${marks}(?!\s)(?<${name}>${textAndCode})(?<!\s)${marks}(?![^ .,;:!?])`;
}

/** A link without a title, to a target that is written as it leads. */
const link = String.raw`(?<!!)\[(?<label>${textAndCode})\]\((?<url>(?:https?:\/\/)?[\w./#?=%+-]+)\)`;

const others = [
  between(String.raw`\*\*`, 'strong'),
  between(String.raw`\*`, 'emphasis'),
  link,
].join('|');

const part = new RegExp(
  `(?<text>${plainCharacter}+)|(?<code>${codeSpan})|${others}`,
  'gu',
);
const plainMessage = new RegExp(
  `^(?! )(?:${plainCharacter}|${codeSpan}|${others})+(?<! )$`,
  'u',
);

/**
 * Reads a message that is nothing but text, code spans, emphasis and links: most are no more, and the parser takes far
 * longer.
 *
 * @param text - The message.
 * @returns What the parser would give; undefined if the message may hold anything else.
 */
export function plainInline(text: string): PhrasingContent[] | undefined {
  return plainMessage.test(text) && !/www\./i.test(text)
    ? nodesOf(text)
    : undefined;
}

function nodesOf(message: string): PhrasingContent[] {
  return [...message.matchAll(part)].map(({ groups = {} }): PhrasingContent => {
    const { text, code, strong, emphasis, label, url } = groups;
    if (text !== undefined) return { type: 'text', value: text };
    if (code !== undefined)
      return { type: 'inlineCode', value: code.slice(1, -1) };
    if (strong !== undefined)
      return { type: 'strong', children: nodesOf(strong) };
    if (emphasis !== undefined)
      return { type: 'emphasis', children: nodesOf(emphasis) };
    return {
      type: 'link',
      title: null,
      url: url ?? '',
      children: nodesOf(label ?? ''),
    };
  });
}
