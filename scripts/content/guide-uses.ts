import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createSlugger } from '@docusaurus/utils';
import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { content } from '../../content.ts';
import { factOf } from '../../src/evidence/fact.ts';
import { openEvidence } from '../../src/evidence/store.ts';
import type { GuideUse } from '../../src/examples/index.ts';
import {
  explicitId,
  setHeadingIds,
} from '../../src/translation/heading-ids.ts';
import { catalogueOf } from '../../src/translation/layout.ts';
import type { Message } from '../../src/translation/message.ts';
import { pageFiles } from '../../src/translation/pages.ts';
import { type Page, readPage } from '../../src/translation/read-page.ts';
import { readCatalogue } from '../../src/translation/store.ts';
import { currentEntry } from '../../src/translation/translate-tree.ts';
import { readCoverage, readPages } from './pages.ts';

/** A use before it is said in a language. */
interface WrittenUse {
  readonly path: string;
  readonly to: string;
  /** The page from the root of the repository. */
  readonly file: string;
  readonly title: Pick<Message, 'id' | 'context'>;
  readonly heading: Pick<Message, 'id'>;
}

let read: { stamp: string; uses: Promise<WrittenUse[]> } | undefined;

/**
 * Where the guide shows files of the examples, by the same coverage that the check compares.
 *
 * @param locale the language of titles and headings; English where it has none
 * @throws what the parser says of a page that is no MDX
 */
export async function guideUses(locale: string): Promise<GuideUse[]> {
  // Every page of an example asks, and only a saved page changes the answer.
  const stamp = pageFiles(content.root, content.docsDir)
    .map((file) => `${file} ${statSync(join(content.root, file)).mtimeMs}`)
    .join('\n');
  if (read?.stamp !== stamp) read = { stamp, uses: writtenUses() };
  return (await read.uses).map(({ path, to, file, title, heading }) => ({
    path,
    to,
    page: said(title, file, locale),
    heading: withFacts(said(heading, file, locale)),
  }));
}

function said(
  message: Pick<Message, 'id' | 'context'>,
  file: string,
  locale: string,
): string {
  const catalogue =
    locale === content.defaultLocale
      ? undefined
      : catalogueOf(content, locale, file);
  return (
    (catalogue &&
      currentEntry(readCatalogue(content.root, catalogue), message)?.text) ??
    message.id
  );
}

/** A heading names a measured value by its component. */
function withFacts(heading: string): string {
  const evidence = openEvidence(content.examplesDir);
  return heading.replaceAll(
    /<Fact of="([^"]+)"\s*\/>/g,
    (_, of: string) => `\`${String(factOf(evidence, of))}\``,
  );
}

async function writtenUses(): Promise<WrittenUse[]> {
  const pages = await readPages();
  const uses: WrittenUse[] = [];
  const all = readCoverage(pages).uses;
  for (const parsed of pages) {
    const shown = all.filter(({ file }) => file === parsed.file);
    if (shown.length === 0) continue;
    const page = await readPage(content.root, parsed.file, content);
    const before = parsed.linesBefore ?? 0;
    const headings = headingsOf(page, before);
    for (const { path, line } of shown) {
      const last = headings.filter((heading) => heading.line < line).at(-1);
      const place = parsed.file
        .slice(content.docsDir.length)
        .replace(/(?:(?<=\/)index)?\.mdx?$/, '');
      uses.push({
        path,
        to: last ? `${place}#${last.id}` : place,
        file: parsed.file,
        title: { id: String(page.frontMatter['title']), context: 'title' },
        heading: { id: last?.message ?? '' },
      });
    }
  }
  return uses;
}

function headingsOf({ tree, messages }: Page, linesBefore: number) {
  setHeadingIds(tree, createSlugger());
  const headings: Heading[] = [];
  visit(tree, 'heading', (heading) => {
    headings.push(heading);
  });
  return headings.map((heading) => {
    const line = (heading.position?.start.line ?? 1) + linesBefore;
    const message = messages.find(
      (one) => one.line === line && one.comment.startsWith('heading'),
    );
    return {
      line,
      id: explicitId(heading) ?? String(heading.data?.hProperties?.['id']),
      message: message?.id ?? toString(heading),
    };
  });
}
