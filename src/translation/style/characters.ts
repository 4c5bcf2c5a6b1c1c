import { parseEntities } from 'parse-entities';

import type { CharacterRules } from './character-rules.ts';

/** Sequences such as 👩‍🚀 and 1️⃣, and pictographs with a variation selector. A literal would need the `v` flag. */
const emoji = new RegExp(
  String.raw`\p{RGI_Emoji}|\p{Extended_Pictographic}[\ufe0e\ufe0f]`,
  'gv',
);

/** More combining marks than a language uses; accented alphabets mostly have composed letters. */
const manyMarks =
  /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]\p{M}{2,}|(?<![\p{L}\p{M}\u200c\u200d])\p{M}+|(\p{Mn})\1|\p{M}{5,}/gu;

/** Blanks that don't collapse; a language writes at most two. */
const manyBlanks = /[^\P{Zs} ]{3,}/gu;

/** One combining mark on each letter strikes a text through. */
const looseMark = /[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Hani}]\p{M}/gu;

const kinds: readonly [RegExp, string][] = [
  [/\r/, 'a carriage return'],
  [/\u00ad/, 'a soft hyphen'],
  [/\u200b/, 'a zero-width space'],
  [/\u200c/, 'a zero-width non-joiner'],
  [/\u200d/, 'a zero-width joiner'],
  [/\p{Bidi_Control}/u, 'a mark that turns the direction of text'],
  [/\u2060/, 'a word joiner'],
  [/\ufeff/, 'a zero-width no-break space'],
  [/[\p{C}\p{Zl}\p{Zp}\p{DI}\ufffc\ufffd]/u, 'an invisible character'],
];

interface Finding {
  characters: string;
  /** Allowed preceding characters. */
  before: string;
  what: string;
  todo: string;
}

/** Yields all problems of a text. */
function* findingsIn(
  text: string,
  rules: CharacterRules,
): Generator<Finding, void> {
  for (const found of matchesIn(text, rules.forbidden)) {
    const kind = kinds.find(([pattern]) => pattern.test(found.characters));
    yield kind === undefined
      ? {
          ...found,
          what: 'a character of another script',
          todo: `write it in ${rules.scripts.map(scriptName).join(' or ')}, or add its script to the "scripts" of the language`,
        }
      : { ...found, what: kind[1], todo: 'delete it' };
  }
  for (const found of matchesIn(text, /[^\0-\u00ff]/gu))
    if (isImitation(found.characters, rules))
      yield {
        ...found,
        what: 'a character that imitates another',
        todo: 'write the one that a keyboard has',
      };
  for (const found of matchesIn(text, manyBlanks))
    yield { ...found, what: 'a gap of several blanks', todo: 'delete it' };
  if (rules.mixed !== undefined)
    for (const found of matchesIn(text, rules.mixed))
      yield {
        ...found,
        what: 'letters of two scripts in one word',
        todo: 'write the word in one script',
      };
  // Combining marks that compose with their letter don't count.
  const composed = text.normalize('NFC');
  const todo = 'delete them';
  for (const found of matchesIn(composed, manyMarks))
    yield { ...found, what: 'marks that no letter has', todo };
  const loose = [...matchesIn(composed, looseMark)];
  if (loose.length > 2 && loose.length * 4 > lettersIn(text))
    for (const found of loose)
      yield { ...found, what: 'marks on most of its letters', todo };
}

function* matchesIn(
  text: string,
  pattern: RegExp,
): Generator<Pick<Finding, 'characters' | 'before'>, void> {
  for (const { 0: characters, index } of text.matchAll(pattern))
    yield { characters, before: text.slice(0, index).slice(-12) };
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Whether a character is a look-alike of a common one, which searches don't find. */
function isImitation(
  character: string,
  { fullWidth }: CharacterRules,
): boolean {
  // Radicals look like the characters that they are part of.
  if (/\p{Radical}/u.test(character)) return true;
  const plain = character.normalize('NFKC');
  if (plain === character)
    return isRareSymbol(character) || isPhoneticLetter(character);
  const isOne = Array.from(plain).length === 1;
  // Unicode normalizes U+037E to a semicolon and U+212A to K.
  if (character.normalize('NFC') !== character) return isOne;
  if (/[\p{L}\p{Nd}\p{Nl}]/u.test(character))
    return (isOne && !/\p{sc=Hang}/u.test(character)) || /^[!-~]+$/.test(plain);
  return (
    /[\p{P}\p{S}]/u.test(character) &&
    /^[!-~]$/.test(plain) &&
    !(fullWidth && /[\uff01-\uff5e]/.test(character))
  );
}

/** Beyond the basic plane: musical symbols and historic scripts, some invisible, that fonts lack, except emoji. */
function isRareSymbol(character: string): boolean {
  return (
    (character.codePointAt(0) ?? 0) > 0xffff &&
    /\p{S}/u.test(character) &&
    !/\p{Emoji}/u.test(character)
  );
}

/** `ɡ` and `ǃ` are Latin, too. */
function isPhoneticLetter(character: string): boolean {
  return (
    /\p{sc=Latn}/u.test(character) &&
    !/[\u0100-\u01bf\u01c4-\u024f\u1e00-\u1eff]/.test(character)
  );
}

/** Code points from 128 to 159, which Markdown shows as U+FFFD, and HTML as another character. */
const controlReference = /&#(?:0*1(?:2[89]|[345]\d)|x0*[89][\da-f]);/gi;

/** Decodes character references, which Markdown, attributes and HTML resolve. */
function decoded(text: string): string {
  return text.includes('&')
    ? parseEntities(text.replace(controlReference, '\ufffd'))
    : text;
}

function withoutIts(own: RegExp | undefined, text: string): string {
  const rest = text.replace(emoji, '');
  return own === undefined ? rest : rest.replace(own, '');
}

/**
 * Finds characters that a translation shouldn't contain: invisible ones, direction marks, look-alikes, and other scripts.
 *
 * @param source the English; its characters are allowed
 * @returns the first one and what to do; undefined if there is none
 */
export function characterProblem(
  source: string,
  translation: string,
  rules: CharacterRules,
): string | undefined {
  if (rules.ordinary.test(translation)) return undefined;
  const plain = (text: string): string =>
    withoutIts(rules.invisible, decoded(text));
  let english: string | undefined;
  for (const { characters, before, what, todo } of findingsIn(
    plain(translation),
    rules,
  )) {
    english ??= `${plain(source)}\n${plain(source).normalize('NFC')}`;
    if (!english.includes(characters))
      return `the translation has ${what}; there is ${codesOf(characters)} after ${JSON.stringify(before.replace(/\p{C}|\p{DI}/gu, ''))}; ${todo}.`;
  }
  return undefined;
}

/** Formats code points, and the characters if they are visible. */
function codesOf(characters: string): string {
  const codes = Array.from(characters).map(
    (character) =>
      `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return codes.join(' ') + (isVisible(characters) ? ` (${characters})` : '');
}

function isVisible(characters: string): boolean {
  return (
    /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(characters) &&
    !/[\p{DI}\ufffc]/u.test(characters)
  );
}

function scriptName(script: string): string {
  return script.length === 4
    ? (new Intl.DisplayNames('en', { type: 'script' }).of(script) ?? script)
    : script;
}
