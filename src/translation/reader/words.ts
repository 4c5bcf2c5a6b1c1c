import type { Words } from './page-translation.ts';
import type { Marks } from './state-marks.ts';

/** What this room itself says to readers, by the id of its translation; a part of the site's `interfaceMessages`. */
export const readerMessages = {
  'translation.changed': 'English: it has changed since the translation',
  'translation.missing': 'English: not translated yet',
  'translation.draft': 'Translated by a machine',
  'translationStatus.summary':
    '{share} of {messages} texts are translated and current.',
  'translationStatus.page': 'Page',
  'translationStatus.share': 'Current',
  'translationStatus.count': '{current} of {messages}',
  'translationStatus.stale': 'Changed',
  'translationStatus.missing': 'Missing',
  'translationStatus.refused': 'Refused',
  'translationStatus.machineMade': 'By a machine',
  'translationStatus.reviewedByPeople': 'Reviewed',
  'translationStatus.interface': 'Menus and buttons',
} as const;

/** The id of a text of this room. */
export type ReaderMessage = keyof typeof readerMessages;

/** Looks up a text of this room. */
export type ReaderWords = (id: ReaderMessage) => Words;

/**
 * Prepares the texts of this room in a language.
 *
 * @param texts - The translated texts of the interface, by id.
 * @param language - Their language.
 * @param sourceLanguage - The language of a text that has no translation.
 * @returns A function from an id to its text, and the language that it is in.
 */
export function readerWords(
  texts: Readonly<Record<string, string>>,
  language: string,
  sourceLanguage: string,
): ReaderWords {
  return (id) => {
    const text = texts[id];
    return text === undefined
      ? { text: readerMessages[id], language: sourceLanguage }
      : { text, language };
  };
}

/**
 * The words of the marks.
 *
 * @param words - The texts in the language of the page.
 * @returns They, by what they say.
 */
export function marksOf(words: ReaderWords): Marks {
  return {
    changed: words('translation.changed'),
    missing: words('translation.missing'),
    draft: words('translation.draft'),
  };
}
