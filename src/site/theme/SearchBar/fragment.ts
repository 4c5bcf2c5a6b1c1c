/**
 * A record of the index, as `scripts/site/search-index.ts` writes it: the beginning of a page, or a section. Its words are the text, and
 * then its heading, keywords and context, each from an anchor on.
 */
export interface Fragment {
  readonly url: string;
  /** The words as HTML; in Chinese, with zero-width spaces between them. */
  readonly raw_content: string;
  readonly meta: {
    readonly title?: string;
    /** Title of the page, if the record is a section. */
    readonly page?: string;
    /** Factor of its score. */
    readonly rank?: string;
  };
  readonly anchors: readonly {
    readonly id: string;
    readonly location: number;
  }[];
}

/** A part of a record. */
export type Region = 'text' | 'heading' | 'keywords' | 'context';

/** Returns the words of a record as Pagefind counts them. */
export function wordsOf({ raw_content: text }: Fragment): string[] {
  return text.includes('\u200b') ? text.split('\u200b') : text.split(/\s+/);
}

/** Returns the part of a record that contains the word at a position. */
export function regionAt(fragment: Fragment, position: number): Region {
  if (position < startOf(fragment, 'heading')) return 'text';
  if (position < startOf(fragment, 'keywords')) return 'heading';
  return position < startOf(fragment, 'context') ? 'keywords' : 'context';
}

/** Returns the position of the first word of a part. */
export function startOf(fragment: Fragment, region: Region): number {
  const anchor = fragment.anchors.find(({ id }) => id === `search-${region}`);
  return anchor?.location ?? Infinity;
}
