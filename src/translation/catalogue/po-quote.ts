/** GNU gettext's escape sequences of single characters. */
const namedEscapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '"': '"',
  '\\': '\\',
};

const names = new Map(
  Object.entries(namedEscapes).map(([name, character]) => [character, name]),
);

/** A sequence of byte escapes, another escape sequence, or an early closing quote. */
const special = /(?:\\x[\da-f]+|\\[0-7]{1,3})+|\\([^]?)|"/giu;

const sequences =
  'there are \\n, \\t, \\", \\\\ and the other sequences of gettext; write a backslash as \\\\.';

/** A text, or its problem; neither if the text isn't in quotes. */
export interface Unquoted {
  readonly text?: string;
  readonly problem?: string;
}

/** Parses a text in double quotes like GNU gettext. */
export function unquote(quoted: string): Unquoted {
  const inner = /^"(.*)"\s*$/s.exec(quoted)?.[1];
  if (inner === undefined) return {};
  let text = '';
  let end = 0;
  for (const { 0: sequence, 1: name, index } of inner.matchAll(special)) {
    text += inner.slice(end, index);
    end = index + sequence.length;
    if (name === undefined && sequence !== '"') {
      const bytes = bytesOf(sequence);
      try {
        text += new TextDecoder('utf-8', {
          fatal: true,
          ignoreBOM: true,
        }).decode(Uint8Array.from(bytes));
      } catch {
        const numbers = bytes.map(
          (byte) => `0x${byte.toString(16).toUpperCase()}`,
        );
        return {
          problem: `the bytes ${numbers.join(' ')} are not UTF-8; ${sequences}`,
        };
      }
    } else {
      if (name === undefined || name === '') return {};
      const character = namedEscapes[name];
      if (character === undefined)
        return {
          problem: `${sequence} is not an escape sequence; ${sequences}`,
        };
      text += character;
    }
  }
  return { text: text + inner.slice(end) };
}

function bytesOf(sequence: string): number[] {
  return sequence
    .split('\\')
    .slice(1)
    .map((one) =>
      /^x/i.test(one)
        ? Number.parseInt(one.slice(-2).replace(/^x/i, ''), 16)
        : Number.parseInt(one, 8) & 255,
    );
}

/** Formats a text in double quotes on one line, with control characters as escape sequences. */
export function quote(text: string): string {
  const escaped = text.replace(
    /["\\\p{Cc}]/gu,
    (character) =>
      `\\${names.get(character) ?? numbersOf(character).join('\\')}`,
  );
  return `"${escaped}"`;
}

/** Octal, because hexadecimal sequences have no end. */
function numbersOf(character: string): string[] {
  return [...new TextEncoder().encode(character)].map((byte) =>
    byte.toString(8).padStart(3, '0'),
  );
}
