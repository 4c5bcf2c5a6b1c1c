/** Why a text is shown in the source language. */
export type Gap = 'changed' | 'missing';

/** An interface text and its language. */
export interface Words {
  text: string;
  language: string;
}

/** The progress of a page's translation, for its layout. */
export interface PageTranslation {
  /** Whether the page is shown in its language: `leastShare` or more is translated. */
  shown: boolean;
  /** Share of the page's messages with a current translation, from 0 to 1. */
  share: number;
  /** How many translations are machine translations without review. */
  drafts: 'none' | 'some' | 'all';
  /** Why the title is untranslated, and a note for readers; absent if it is translated. */
  title?: { gap: Gap; note: Words };
}

/** Minimum share of a page that is shown in its language. */
export const leastShare = 0.3;

function isPageTranslation(value: unknown): value is PageTranslation {
  return typeof value === 'object' && value !== null && 'shown' in value;
}

/**
 * Returns the translation progress of a page from its front matter; undefined in the default language.
 *
 * @param frontMatter front matter in a theme component
 */
export function pageTranslationOf(
  frontMatter: Readonly<Record<string, unknown>>,
): PageTranslation | undefined {
  const value = frontMatter['translation'];
  return isPageTranslation(value) ? value : undefined;
}
