/**
 * What nobody sees and a reviewer cannot find: characters without width, those that turn the direction of what follows, tags,
 * controls, and characters without a meaning. A tab and a line feed are visible enough.
 */
const invisible =
  /\p{Cc}(?<![\t\n])|\p{Cf}|\p{Co}|\p{Zl}|\p{Zp}|\u034f|[\u115f\u1160\u3164\uffa0]|[\u17b4\u17b5]|[\u180b-\u180d]|[\u{e0100}-\u{e01ef}]/gu;

/** Emoji are joined by a character without width: 👩‍🚀. */
const joinedEmoji =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})/gu;

const names: Readonly<Record<number, string>> = {
  0xd: 'a carriage return',
  0xad: 'a soft hyphen',
  0x200b: 'a zero-width space',
  0x200c: 'a zero-width non-joiner',
  0x200d: 'a zero-width joiner',
  0x200e: 'a mark that turns the direction of text',
  0x200f: 'a mark that turns the direction of text',
  0x202a: 'a mark that turns the direction of text',
  0x202b: 'a mark that turns the direction of text',
  0x202c: 'a mark that turns the direction of text',
  0x202d: 'a mark that turns the direction of text',
  0x202e: 'a mark that turns the direction of text',
  0x2060: 'a word joiner',
  0x2066: 'a mark that turns the direction of text',
  0x2067: 'a mark that turns the direction of text',
  0x2068: 'a mark that turns the direction of text',
  0x2069: 'a mark that turns the direction of text',
  0xfeff: 'a zero-width no-break space',
};

function found(text: string): string[] {
  return text.replace(joinedEmoji, '').match(invisible) ?? [];
}

/** As a reference in Markdown, which is resolved before anything is shown. */
function decoded(text: string): string {
  return text.replace(
    /&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi,
    (reference, hexadecimal?: string, decimal?: string) => {
      const code = hexadecimal
        ? Number.parseInt(hexadecimal, 16)
        : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
    },
  );
}

/**
 * Looks for characters that cannot be seen.
 *
 * @param source - The English, whose own ones are allowed.
 * @param translation - The translation.
 * @returns The first one and what to do; undefined if there is none.
 */
export function invisibleProblem(
  source: string,
  translation: string,
): string | undefined {
  const theirs = found(decoded(translation));
  if (theirs.length === 0) return undefined;
  const ours = new Set(found(decoded(source)));
  const extra = theirs.find((character) => !ours.has(character));
  if (extra === undefined) return undefined;
  const code = extra.codePointAt(0) ?? 0;
  const name = names[code] ?? 'an invisible character';
  const number = code.toString(16).toUpperCase().padStart(4, '0');
  return `the translation has ${name}; there is U+${number} behind ${JSON.stringify(before(decoded(translation), extra))}; delete it.`;
}

/** The last visible characters before the first place of another. */
function before(text: string, character: string): string {
  return text.slice(0, text.indexOf(character)).slice(-12);
}
