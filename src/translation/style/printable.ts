/** Control characters, direction marks and zero-width characters, which a terminal executes or doesn't show. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

const short: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

/** Makes a text safe for one line of a terminal. Unprintable characters become JSON escapes, such as `\u001b`. */
export function printable(text: string): string {
  return text.replace(
    unprintable,
    (characters) =>
      short[characters] ??
      Array.from({ length: characters.length }, (_, index) =>
        characters.charCodeAt(index).toString(16).padStart(4, '0'),
      )
        .map((number) => `\\u${number}`)
        .join(''),
  );
}

/** Escape sequences of `formatDiff`: red and strikethrough, green and underline, and their resets. */
const styles = /(\u001b\[(?:31|32|39|4|9|24|29)m)/;

/**
 * Makes the lines of an output safe.
 *
 * @param colour whether to keep the colours of differences
 */
export function printableLines(text: string, colour: boolean): string {
  const line = (one: string): string =>
    colour
      ? one
          .split(styles)
          .map((part, index) => (index % 2 === 1 ? part : printable(part)))
          .join('')
      : printable(one);
  return text.split('\n').map(line).join('\n');
}
