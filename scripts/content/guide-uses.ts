import { readFileSync, statSync } from 'node:fs';
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

/** The uses of files, and those of recorded values. */
interface WrittenUses {
  readonly files: readonly WrittenUse[];
  readonly values: readonly WrittenUse[];
}

let read: { stamp: string; uses: Promise<WrittenUses> } | undefined;

/**
 * Where the guide shows files of the examples, by the same coverage that the check compares.
 *
 * @param locale the language of titles and headings; English where it has none
 * @throws what the parser says of a page that is no MDX
 */
export async function guideUses(locale: string): Promise<GuideUse[]> {
  const { files } = await readUses();
  return files.map((use) => saidUse(use, locale));
}

/**
 * Where the guide states what was recorded.
 *
 * @param locale the language of titles and headings; English where it has none
 * @returns each place, with `path` as a page names it: `websocket-chat/chat#talk.frames`, or a whole file, `websocket-chat/chat`
 * @throws what the parser says of a page that is no MDX
 */
export async function evidenceUses(locale: string): Promise<GuideUse[]> {
  const { values } = await readUses();
  return values.map((use) => saidUse(use, locale));
}

function readUses(): Promise<WrittenUses> {
  // Every page of an example asks, and only a saved page changes the answer.
  const stamp = pageFiles(content.root, content.docsDir)
    .map((file) => `${file} ${statSync(join(content.root, file)).mtimeMs}`)
    .join('\n');
  if (read?.stamp !== stamp) read = { stamp, uses: writtenUses() };
  return read.uses;
}

function saidUse(
  { path, to, file, title, heading }: WrittenUse,
  locale: string,
): GuideUse {
  return {
    path,
    to,
    page: said(title, file, locale),
    heading: withFacts(said(heading, file, locale)),
  };
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
  if (!heading.includes('<Fact')) return heading;
  const evidence = openEvidence(content.examplesDir);
  return heading.replaceAll(
    /<Fact of="([^"]+)"\s*\/>/g,
    (_, of: string) => `\`${String(factOf(evidence, of))}\``,
  );
}

async function writtenUses(): Promise<WrittenUses> {
  const pages = await readPages();
  const files: WrittenUse[] = [];
  const values: WrittenUse[] = [];
  const all = readCoverage(pages).uses;
  for (const parsed of pages) {
    const shown = all.filter(({ file }) => file === parsed.file);
    const stated = statedIn(parsed.file);
    if (shown.length + stated.length === 0) continue;
    const page = await readPage(content.root, parsed.file, content);
    const before = parsed.linesBefore ?? 0;
    const headings = headingsOf(page, before);
    const place = parsed.file
      .slice(content.docsDir.length)
      .replace(/(?:(?<=\/)index)?\.mdx?$/, '');
    const useOf = ({ path, line }: { path: string; line: number }) => {
      const last = headings.filter((heading) => heading.line < line).at(-1);
      return {
        path,
        to: last ? `${place}#${last.id}` : place,
        file: parsed.file,
        title: { id: String(page.frontMatter['title']), context: 'title' },
        heading: { id: last?.message ?? '' },
      };
    };
    files.push(...shown.map(useOf));
    values.push(...stated.map(useOf));
  }
  return { files, values };
}

/** What a page states of the evidence, as its components and fences name it. */
function statedIn(file: string): { path: string; line: number }[] {
  const lines = readFileSync(join(content.root, file), 'utf8').split('\n');
  return lines.flatMap((text, index) =>
    [
      ...text.matchAll(/\bof="([^"/]+\/[^"#/]+(?:#[^"]+)?)"/g),
      ...text.matchAll(/^```.*?\s(?:frames|output)=(\S+)/g),
    ].map(([, path = '']) => ({ path, line: index + 1 })),
  );
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
