import type {} from 'mdast-util-mdx';
import type { Data, Parent, PhrasingContent } from 'mdast';

/** Text that stays in the language of the source, wherever its block cannot carry the language. */
export interface SourceLanguage extends Parent {
  type: 'sourceLanguage';
  children: PhrasingContent[];
  data: Data & { hName: 'span'; hProperties: { lang: string } };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    sourceLanguage: SourceLanguage;
  }
  interface RootContentMap {
    sourceLanguage: SourceLanguage;
  }
}
