import { indexPage } from '../../../core/page-index.ts';
import { parsePage } from '../../../translation/page/read-page.ts';
import type { SitePage } from '../pages.ts';

/** Parses and indexes the text of a page for a test. */
export async function pageOf(file: string, source: string): Promise<SitePage> {
  const tree = await parsePage(file, source, []);
  return { file, source, tree, frontMatter: {}, index: indexPage(tree) };
}
