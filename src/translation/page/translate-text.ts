import type { Entry } from '../catalogue/catalogue.ts';
import type { CharacterRules } from '../style/character-rules.ts';
import { characterProblem } from '../style/characters.ts';
import { differenceBetween, inventoryOfText } from './inventory.ts';
import { isEmptied } from './structure.ts';

/**
 * Validates a translation, Markdown or plain text.
 *
 * @param characters character rules of the language
 * @returns why it can't be shown; undefined if it can
 */
export function textProblem(
  { id, text }: Entry,
  characters: CharacterRules,
): string | undefined {
  return (
    sizeProblem(id, text) ??
    characterProblem(id, text, characters) ??
    backslashProblem(shownBackslashes(id), shownBackslashes(text))
  );
}

/**
 * Reports additional backslashes. Docusaurus writes front matter and titles into a script without escaping backslashes, so `\\'`
 * would end the string and run code in the build and in browsers.
 */
function backslashProblem(ours: number, theirs: number): string | undefined {
  return theirs > ours
    ? `the translation has a backslash that the English lacks; the English has ${ours}, the translation ${theirs}; delete it.`
    : undefined;
}

/** Counts the backslashes that readers of a Markdown text see, which excludes escapes, hard breaks and code spans. */
function shownBackslashes(text: string): number {
  return (
    text
      .replace(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, '')
      .replace(/(?<!\\)\\\n/g, '')
      .match(/\\\\|\\(?![!-/:-@[-`{-~])|&(?:#0*92|#x0*5c|bsol);/gi)?.length ?? 0
  );
}

function allBackslashes(text: string): number {
  return text.split('\\').length - 1;
}

/** Reports a line break in a text of one line, such as a title, which would begin a line of another text. */
function lineBreakProblem({ context, id, text }: Entry): string | undefined {
  // The lines of comments are compared with their code.
  return context !== 'code' && text.includes('\n') && !id.includes('\n')
    ? 'the translation has a line break that the English lacks; there is "\\n"; replace it by a space.'
    : undefined;
}

/** Describes a translation without words. */
export function wordlessProblem({ text }: Entry): string {
  return `the translation has no words; there is ${JSON.stringify(text)}; write some, or leave the msgstr empty.`;
}

/**
 * Validates the translation of a plain text: an attribute, a front matter field, a comment in code, or an interface text.
 *
 * @param characters character rules of the language
 * @returns the text to show; undefined if it was refused
 */
export function translateText(
  entry: Entry,
  characters: CharacterRules,
  refuse: (entry: Entry, text: string) => void,
): string | undefined {
  const problem =
    textProblem(entry, characters) ??
    backslashProblem(allBackslashes(entry.id), allBackslashes(entry.text)) ??
    (isEmptied(entry.id, entry.text) ? wordlessProblem(entry) : undefined) ??
    lineBreakProblem(entry) ??
    differenceBetween(inventoryOfText(entry.id), inventoryOfText(entry.text));
  if (problem === undefined) return entry.text;
  refuse(entry, problem);
  return undefined;
}

/** Maximum length of a translation, which bounds parsing time. */
const longest = (english: number): number => 10 * english + 1000;

/** Maximum number of additional opening delimiters, which bounds nesting. */
const moreMarks = 100;

/** Maximum number of characters by which a word may exceed the longest of the English, which includes URLs. */
const moreLetters = 100;

/** Returns the longest text without a space, in scripts that have spaces between words. */
function longestWord(text: string): string {
  const words = text.match(/[!-\u052f]+/g) ?? [];
  return words.reduce((a, b) => (b.length > a.length ? b : a), '');
}

const mark = /[*_~[\]<{`!(]/g;

function marksIn(text: string): number {
  return text.match(mark)?.length ?? 0;
}

/**
 * Checks that a translation is about as large as its source, which bounds parsing time.
 *
 * @returns the problem and what to do; undefined if there is none
 */
function sizeProblem(source: string, translation: string): string | undefined {
  const limit = longest(source.length);
  if (translation.length > limit)
    return `the translation is too long; it has ${translation.length} characters, the English ${source.length}; shorten it to at most ${limit}.`;
  const theirs = marksIn(translation);
  const ours = marksIn(source);
  if (theirs > ours + moreMarks)
    return `the translation has too many brackets and marks of emphasis; it has ${theirs}, the English ${ours}; remove those that the msgid lacks.`;
  const word = longestWord(translation);
  return word.length > longestWord(source).length + moreLetters
    ? `the translation has a word that no line can hold; there is ${JSON.stringify(`${word.slice(0, 40)}…`)} with ${word.length} characters; divide it.`
    : undefined;
}
