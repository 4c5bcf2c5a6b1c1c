/** What begins a block in a page; a message is a text within one. */
const beginnings: readonly RegExp[] = [
  /^:{3,}\s*\w*/,
  /^#{1,6}(?=\s)/,
  /^(?:-{3,}|\*{3,}|_{3,})(?=\s|$)/,
  /^[>*+-](?=\s)/,
  /^import\s+(?:['"{*]|[\w$]+(?:\s*,.*)?\s+from\b)/,
  /^export\s+(?:const|let|function|class|default|[{*])/,
];

/**
 * Finds what would begin a block if it stood in a page: in a translation it runs nothing and is shown letter by letter.
 *
 * @param source - The text in the source language.
 * @param translation - The translation.
 * @returns What is wrong and what to do; undefined if nothing is wrong, or the English begins in the same way.
 */
export function blockProblem(
  source: string,
  translation: string,
): string | undefined {
  const text = translation.trimStart();
  for (const beginning of beginnings) {
    const match = beginning.exec(text);
    if (match !== null && !beginning.test(source.trimStart()))
      return `a translation begins no block, and readers see these signs as they are; there is "${match[0]}"; delete it, since the page has its blocks from the English.`;
  }
  return undefined;
}
