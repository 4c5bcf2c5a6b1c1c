import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AllContent, Plugin } from '@docusaurus/types';
import { cardPath } from './address.ts';
import { designOf, cached } from './cache.ts';
import { type CardStyle, drawCard, type Faces } from './card.ts';
import { openFace } from './font.ts';
import { renderPng } from './pixels.ts';

/** A page with a card. */
export interface CardPage {
  /** URL path. */
  readonly permalink: string;
  readonly title: string;
  readonly description: string;
  readonly section: string;
}

/** Options of the plugin. */
export interface CardOptions {
  /** Lists the pages in the language that is built, from the content that all plugins have loaded. */
  readonly pages: (content: AllContent) => readonly CardPage[];
  readonly style: CardStyle;
  /** Font files with all characters of all languages. */
  readonly fonts: { readonly bold: string; readonly regular: string };
  /** Folder of the cached cards. */
  readonly cache: string;
}

/** Docusaurus plugin: draws a preview image for each page. */
export function socialCards(options: CardOptions) {
  let pages: readonly CardPage[] = [];
  return (): Plugin => ({
    name: 'social-cards',
    allContentLoaded: ({ allContent }) => {
      pages = options.pages(allContent);
    },
    postBuild: ({ outDir, siteConfig: { title: site, baseUrl } }) => {
      const { style, fonts, cache } = options;
      const sizes = Object.values(fonts).map((file) => statSync(file).size);
      const design = designOf({ style, sizes });
      const faces = openFaces(fonts);
      for (const { permalink, title, description, section } of pages) {
        const card = { title, description, site, section };
        const png = cached(cache, { design, card }, () => {
          try {
            return renderPng(drawCard(card, style, faces()));
          } catch (error) {
            if (error instanceof Error)
              error.message = `${permalink}: ${error.message}`;
            throw error;
          }
        });
        const file = join(outDir, cardPath(permalink, baseUrl));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, png);
      }
    },
  });
}

/** Opens the fonts when the first card is drawn. */
function openFaces({ bold, regular }: CardOptions['fonts']): () => Faces {
  let faces: Faces | undefined;
  return () => (faces ??= { bold: openFace(bold), regular: openFace(regular) });
}
