import type { PhrasingContent } from 'mdast';

/** Whatever can begin a construct of the site's syntax; a colon does only where a word touches it. */
const plainCharacter = String.raw`(?:[^\u0000-\u001f\u007f\\${'`'}*_[\]{}<>&~|^@:]|:(?= |$))`;

/** A code span in single backticks, without blanks at its ends that would belong to its marks. */
const codeSpan = '`[^`\\s](?:[^`\\u0000-\\u001f]*[^`\\s])?`(?!`)';

const part = new RegExp(`(${plainCharacter}+)|(${codeSpan})`, 'gu');
// One character at a time: a repetition of repetitions would try every way to divide a long text.
const plainMessage = new RegExp(
  `^(?! )(?:${plainCharacter}|${codeSpan})+(?<! )$`,
  'u',
);

/**
 * Reads a message that is nothing but text and code spans: most are no more, and the parser takes far longer.
 *
 * @param text - The message.
 * @returns What the parser would give; undefined if the message may hold anything else.
 */
export function plainInline(text: string): PhrasingContent[] | undefined {
  if (!plainMessage.test(text) || /www\./i.test(text)) return undefined;
  return [...text.matchAll(part)].map(([all, plain]) =>
    plain === undefined
      ? { type: 'inlineCode', value: all.slice(1, -1) }
      : { type: 'text', value: plain },
  );
}
