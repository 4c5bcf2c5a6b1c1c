import type { Code } from 'mdast';

/** Docusaurus' pattern. */
const titlePattern = /title=(["'])(.*?)\1/;

/** Returns the title of a fence; undefined for a file name or a single word. */
export function titleOf({ meta }: Code): string | undefined {
  const title = titlePattern.exec(meta ?? '')?.[2];
  return title !== undefined && /\p{L}.*\s.*\p{L}/u.test(title)
    ? title
    : undefined;
}

/**
 * Sets the title of a fence that has one.
 *
 * @param node changed in place
 * @param title a valid title
 */
export function setTitle(node: Code, title: string): void {
  node.meta = (node.meta ?? '').replace(
    titlePattern,
    (_, quote: string) => `title=${quote}${title}${quote}`,
  );
}

/** Fence options, which Docusaurus reads within quotes, too. */
const option = /\w+=|\bshowLineNumbers|\n/;

/**
 * Finds text in a title that would end it or be read as a fence option.
 *
 * @param node the code with its English title
 * @returns the problem and what to do; undefined if there is none
 */
export function titleProblem(node: Code, title: string): string | undefined {
  const [, quote = '"', source = ''] = titlePattern.exec(node.meta ?? '') ?? [];
  const found = title.includes(quote) ? quote : option.exec(title)?.[0];
  return found === undefined || source.includes(found)
    ? undefined
    : `this ends the title of the code block or is one of its options; there is ${JSON.stringify(found)}; remove it.`;
}
