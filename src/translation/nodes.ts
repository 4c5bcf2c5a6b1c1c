import type {} from 'mdast-util-mdx';
import type { ElementContent } from 'hast';
import type { Data, Parent, PhrasingContent } from 'mdast';

/** Text that stays in the language of the source, wherever its block cannot carry the language. */
export interface SourceLanguage extends Parent {
  type: 'sourceLanguage';
  children: PhrasingContent[];
  data: Data & { hName: 'span'; hProperties: Record<string, string> };
}

/** What a reader is told of the text before it. */
export interface TranslationNote extends Parent {
  type: 'translationNote';
  children: [];
  data: Data & { hName: 'small'; hChildren: ElementContent[] };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    sourceLanguage: SourceLanguage;
    translationNote: TranslationNote;
  }
  interface RootContentMap {
    sourceLanguage: SourceLanguage;
    translationNote: TranslationNote;
  }
}
