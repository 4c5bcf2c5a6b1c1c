/** Why a text that a reader sees is not in the language of the site. */
export type Gap = 'changed' | 'missing';

/** A text of the interface, and the language that it is in. */
export interface Words {
  text: string;
  language: string;
}

/** How far a page is translated, as its layout has to know it. */
export interface PageTranslation {
  /** Whether the page is shown in its language: below `leastShare` all of it stays as it was written. */
  shown: boolean;
  /** Of the messages of the page, what is translated and current: from 0 to 1. */
  share: number;
  /** How much of what is translated was made by a machine and reviewed by nobody. */
  drafts: 'none' | 'some' | 'all';
  /** Why the title stays as it was written, and how a reader is told; absent where it is translated. */
  title?: { gap: Gap; note: Words };
}

/** Below this share a page is no help in its language: it is shown as it was written. */
export const leastShare = 0.3;

function isPageTranslation(value: unknown): value is PageTranslation {
  return typeof value === 'object' && value !== null && 'shown' in value;
}

/**
 * What the translation says of a page, from its front matter, where it leaves it for the layout.
 *
 * @param frontMatter - The front matter, as a component of the theme gets it.
 * @returns It; undefined in the language that the pages are written in.
 */
export function pageTranslationOf(
  frontMatter: Readonly<Record<string, unknown>>,
): PageTranslation | undefined {
  const value = frontMatter['translation'];
  return isPageTranslation(value) ? value : undefined;
}
