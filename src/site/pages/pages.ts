import { createSlugger } from '@docusaurus/utils';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteConfig } from '../../../site.config.ts';
import type { ParsedPage } from '../../core/page.ts';
import {
  type IndexedHeading,
  indexPage,
  type PageIndex,
} from '../../core/page-index.ts';
import type { Problem } from '../../core/problem.ts';
import { type Coverage, coverageOf } from '../../snippets/coverage.ts';
import { listFiles } from '../../snippets/files.ts';
import { setHeadingIds, writtenId } from '../../translation/page/headings.ts';
import { pageFiles } from '../../translation/page/pages.ts';
import {
  parsePageFile,
  UnreadablePage,
} from '../../translation/page/read-page.ts';

/** An unchanged page, with its front matter in the tree and as data. */
export interface SitePage extends ParsedPage {
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** The text that was parsed. */
  readonly source: string;
  readonly index: PageIndex;
}

/** All pages of a site. */
export interface SitePages {
  readonly pages: readonly SitePage[];
  /** One for each page that can't be parsed. */
  readonly problems: readonly Problem[];
}

/** Parses and indexes every page once; no fence is filled yet. */
export async function parsePages(
  site: Pick<typeof siteConfig, 'root' | 'docsDir' | 'markdown'> = siteConfig,
): Promise<SitePages> {
  const pages: SitePage[] = [];
  const problems: Problem[] = [];
  for (const file of pageFiles(site.root, site.docsDir)) {
    try {
      const page = await parsePageFile(site.root, file, site.markdown, []);
      pages.push({ ...page, index: indexPage(page.tree) });
    } catch (error) {
      if (!(error instanceof UnreadablePage)) throw error;
      const { line, message: text } = error.problem;
      problems.push({ file, line, message: text });
    }
  }
  return { pages, problems };
}

/** Returns the pages that can be parsed; the check reports the others. */
export async function readPages(): Promise<readonly SitePage[]> {
  return (await parsePages()).pages;
}

/** Returns the headings of a page with their anchors. */
export function headingsOf({
  tree,
}: ParsedPage): (IndexedHeading & { readonly id: string })[] {
  const copy = structuredClone(tree);
  setHeadingIds(copy, createSlugger());
  return indexPage(copy).headings.map((heading) => ({
    ...heading,
    id:
      writtenId(heading.node)?.id ??
      String(heading.node.data?.hProperties?.['id']),
  }));
}

/** Compares the fences of the pages with the files of the examples. */
export function readCoverage(pages: readonly ParsedPage[]): Coverage {
  const files = listFiles(siteConfig.examplesDir).map((path) => ({
    path,
    text: readFileSync(join(siteConfig.examplesDir, path), 'utf8'),
  }));
  return coverageOf(pages, files, siteConfig);
}
