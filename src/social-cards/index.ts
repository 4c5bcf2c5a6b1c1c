import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AllContent, Plugin } from '@docusaurus/types';
import { cardPath } from './address.ts';
import { designOf, kept } from './cache.ts';
import { type CardStyle, drawCard, type Face, type Faces } from './card.ts';
import { openFace } from './font.ts';
import { pixelsOf } from './pixels.ts';

/** A page that gets a card. */
export interface CardPage {
  /** Its path on the host. */
  readonly permalink: string;
  readonly title: string;
  readonly description: string;
  /** The part of the site that it belongs to. */
  readonly section: string;
}

/** What cards are made of. */
export interface CardOptions {
  /** The pages in the language that is built, from what all plugins have loaded. */
  readonly pages: (content: AllContent) => readonly CardPage[];
  readonly style: CardStyle;
  /** Files of the two fonts, with all characters of all languages of the site. */
  readonly fonts: { readonly bold: string; readonly regular: string };
  /** Where drawn cards are kept from one build to the next. */
  readonly cache: string;
}

/**
 * Docusaurus plugin: draws for each page the picture that others show beside a link to it.
 *
 * @param options what the cards are made of
 */
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
      for (const { permalink, title, description, section } of pages) {
        const card = { title, description, site, section };
        const png = kept(cache, { design, card }, () => {
          try {
            return pixelsOf(drawCard(card, style, facesOf(fonts)));
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

/** A build loads this module anew for each language; a font takes half a second. */
const opened: { [name: symbol]: Map<string, Face> | undefined } = globalThis;
const slot = Symbol.for('faces of social cards');

function facesOf({ bold, regular }: CardOptions['fonts']): Faces {
  return { bold: faceOf(bold), regular: faceOf(regular) };
}

function faceOf(path: string): Face {
  const faces = (opened[slot] ??= new Map<string, Face>());
  const face = faces.get(path) ?? openFace(path);
  faces.set(path, face);
  return face;
}
