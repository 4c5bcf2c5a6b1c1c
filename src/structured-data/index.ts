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

/** Options of the plugin. */
export interface StructuredDataOptions {
  readonly language: string;
  /** Lists the pages, from the content that all plugins have loaded. */
  readonly pages: (content: AllContent) => readonly DescribedPage[];
}

/** Docusaurus plugin: writes structured data into the built pages. Browsers need neither the data nor the code that makes them. */
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
          // Pages that aren't indexed need no data.
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

/** Returns the path of a built page, from the output folder. */
function htmlOf(permalink: string, baseUrl: string): string {
  const path = permalink.slice(baseUrl.length);
  return path === '' || path.endsWith('/')
    ? `${path}index.html`
    : `${path}.html`;
}
