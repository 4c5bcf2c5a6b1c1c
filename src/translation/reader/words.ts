import type { Words } from './page-translation.ts';
import type { Marks } from './marks.ts';

/** Texts of this package for readers, by id; part of the site's `interfaceMessages`. */
export const readerMessages = {
  'translation.changed': 'English: it has changed since the translation',
  'translation.missing': 'English: not translated yet',
  'translation.draft': 'Translated by a machine',
  'translationStatus.summary':
    '{share} of {messages} texts are translated and current.',
  'translationStatus.page': 'Page',
  'translationStatus.share': 'Current',
  'translationStatus.count': '{current} of {messages}',
  'translationStatus.outdated': 'Changed',
  'translationStatus.missing': 'Missing',
  'translationStatus.refused': 'Refused',
  'translationStatus.machineMade': 'By a machine',
  'translationStatus.reviewedByPeople': 'Reviewed',
  'translationStatus.interface': 'Menus and buttons',
} as const;

/** Id of a text of this package. */
export type ReaderMessage = keyof typeof readerMessages;

/** Looks up a text of this package. */
export type ReaderWords = (id: ReaderMessage) => Words;

/**
 * Returns a lookup of this package's texts in a language.
 *
 * @param texts translated interface texts by id
 * @param sourceLanguage language of untranslated texts
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

/** Returns the texts of all marks. */
export function marksOf(words: ReaderWords): Marks {
  return {
    changed: words('translation.changed'),
    missing: words('translation.missing'),
    draft: words('translation.draft'),
  };
}
