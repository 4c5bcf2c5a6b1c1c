/**
 * Characters that are invisible, break a line or change the direction of text,
 * by Unicode property. Joiners and selectors inside an emoji don't match.
 */
const hidden =
  /[\d#*]\ufe0f?\u20e3|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)*|\r\n|(?![\t\n])([\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800\p{Default_Ignorable_Code_Point}])/gu;

/**
 * Replaces invisible characters by JavaScript escapes: a string in code keeps
 * its value.
 */
export function visible(text: string): string {
  return text.replaceAll(hidden, (match, character?: string) =>
    character === undefined ? match : escapeOf(character),
  );
}

function escapeOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
