import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AllContent, Plugin } from '@docusaurus/types';
import {
  type DescribedPage,
  type DescribedSite,
  graphOf,
  dataBlock,
  pictureTags,
  withTags,
} from './graph.ts';

/** What the data are made of. */
export interface StructuredDataOptions {
  readonly language: string;
  /** The pages, from what all plugins have loaded. */
  readonly pages: (content: AllContent) => readonly DescribedPage[];
}

/**
 * Docusaurus plugin: tells search engines in each page what it is and where it stands. It writes into the pages that are built, since
 * no browser needs these data, nor the code that makes them.
 *
 * @param options what the data are made of
 */
export function structuredData(options: StructuredDataOptions) {
  let pages: readonly DescribedPage[] = [];
  return (): Plugin => ({
    name: 'structured-data',
    allContentLoaded: ({ allContent }) => {
      pages = options.pages(allContent);
    },
    postBuild: async ({ outDir, siteConfig }) => {
      const { title, tagline, url, baseUrl } = siteConfig;
      const site: DescribedSite = {
        name: title,
        description: tagline,
        origin: url,
        baseUrl,
        language: options.language,
      };
      await Promise.all(
        pages.map(async (page) => {
          const file = join(outDir, htmlOf(page.permalink, baseUrl));
          const html = await readFile(file, 'utf8');
          // Where search engines are sent to another page, this one says nothing.
          if (/<meta[^>]*\bname="?robots"?[^>]*\bnoindex\b/.test(html)) return;
          const tags =
            (page.image ? pictureTags(page, page.image, url) : '') +
            dataBlock(graphOf(page, site));
          await writeFile(file, withTags(html, tags));
        }),
      );
    },
  });
}

/** Where a page lies, from the root of what is built. */
function htmlOf(permalink: string, baseUrl: string): string {
  const path = permalink.slice(baseUrl.length);
  return path === '' || path.endsWith('/')
    ? `${path}index.html`
    : `${path}.html`;
}
