import { createSlugger, unwrapMdxCodeBlocks } from '@docusaurus/utils';
import { load } from 'cheerio';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { expect } from 'vitest';

import { type Catalogue, newCatalogue, newEntry } from '../catalogue.ts';
import { setHeadingIds } from '../heading-ids.ts';
import type { Message } from '../message.ts';
import { pageMessages } from '../page-messages.ts';
import { formatProblem } from '../problem.ts';
import { parsePage } from '../processor.ts';
import { translateTree } from '../translate-tree.ts';
import {
  type PageOptions,
  type RenderedPage,
  renderPage,
} from './docusaurus-page.ts';

/**
 * Lists what a translator is offered for a page.
 *
 * @param source - The page without front matter.
 * @returns Its messages.
 */
export async function messagesOf(source: string): Promise<Message[]> {
  const content = unwrapMdxCodeBlocks(source);
  return pageMessages(await parsePage('page.mdx', content, []), content, {});
}

/**
 * Makes a catalogue that has a translation of every message.
 *
 * @param messages - The messages.
 * @param say - The translation of one.
 * @returns The catalogue.
 */
export function catalogueThatSays(
  messages: readonly Message[],
  say: (message: Message) => string,
): Catalogue {
  return newCatalogue(
    'page.po',
    newEntry(''),
    messages.map((message) => ({
      ...newEntry(message.id, message.context),
      text: say(message),
      line: 1,
    })),
  );
}

/** A page in another language, and what was refused of its catalogue. */
export interface SaidPage extends RenderedPage {
  problems: string[];
}

/**
 * Renders a page in the language of a catalogue.
 *
 * @param source - The page without front matter.
 * @param catalogue - The catalogue.
 * @param options - How the page is compiled besides.
 * @returns The page and the problems, each as `file:line: text`.
 */
export async function pageSaidBy(
  source: string,
  catalogue: Catalogue,
  options: Omit<PageOptions, 'plugins'> = {},
): Promise<SaidPage> {
  const problems = [...catalogue.problems];
  const translate = () => (tree: Root, file: VFile) => {
    setHeadingIds(tree, createSlugger());
    problems.push(
      ...translateTree(tree, String(file), { catalogue, sourceLanguage: 'en' }),
    );
  };
  const page = await renderPage(source, {
    ...options,
    plugins: [translate, joinLines],
  });
  return { ...page, problems: problems.map(formatProblem) };
}

/** A message is on one line, so the page that it is compared with has its soft line breaks as spaces. */
function joinLines() {
  const join = (text: string): string =>
    text.replace(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ');
  return (tree: Root) => {
    visit(tree, (node: Nodes) => {
      if (node.type === 'text' || node.type === 'inlineCode')
        node.value = join(node.value);
      if ('title' in node && typeof node.title === 'string')
        node.title = join(node.title);
      if ('alt' in node && typeof node.alt === 'string')
        node.alt = join(node.alt);
      if ('attributes' in node && Array.isArray(node.attributes))
        for (const attribute of node.attributes)
          if (typeof attribute.value === 'string')
            attribute.value = join(attribute.value);
    });
  };
}

let last:
  | (Omit<PageOptions, 'plugins'> & {
      source: string;
      page: Promise<RenderedPage>;
    })
  | undefined;

/**
 * Renders a page as it is, without any translation. The last page is kept, since it is compared with several translations.
 *
 * @param source - The page without front matter.
 * @param options - How the page is compiled besides.
 * @returns The page.
 */
export function englishPage(
  source: string,
  options: Omit<PageOptions, 'plugins'> = {},
): Promise<RenderedPage> {
  if (
    last?.source === source &&
    last.path === options.path &&
    last.partials === options.partials
  )
    return last.page;
  const page = renderPage(source, { ...options, plugins: [joinLines] });
  last = { ...options, source, page };
  return page;
}

/**
 * Expects that a page is the same to the byte when each of its messages is translated with itself.
 *
 * @param source - The page without front matter.
 * @param options - How the page is compiled besides.
 */
export async function expectSamePage(
  source: string,
  options: Omit<PageOptions, 'plugins'> = {},
): Promise<void> {
  const identity = catalogueThatSays(await messagesOf(source), ({ id }) => id);
  expect(identity.problems).toEqual([]);
  const { problems, ...page } = await pageSaidBy(source, identity, options);
  expect(problems).toEqual([]);
  expect(page).toEqual(await englishPage(source, options));
}

/** Between these stands only what a catalogue said. */
function mark({ id, context }: Message): string {
  return context === 'code' ? id.replace(/^.*$/gm, '⟦ $& ⟧') : `⟦ ${id} ⟧`;
}

function unmarked(text: string): string {
  return text.replaceAll('⟦ ', '').replaceAll(' ⟧', '');
}

/** Docusaurus trims a heading that has an explicit id, and all that it lists; it cannot where a mark stands at the end. */
function trimmedHeadings(html: string): string {
  return html.replace(/\s+(?=<\/h[1-6]>)/g, '');
}

function trimmed(contents: unknown): unknown {
  return JSON.parse(
    unmarked(JSON.stringify(contents)),
    (key, value: unknown) =>
      key === 'value' && typeof value === 'string' ? value.trim() : value,
  );
}

/** The attributes that a reader sees or hears. */
const readable = [
  'alt',
  'aria-label',
  'caption',
  'description',
  'label',
  'placeholder',
  'summary',
  'title',
];

/**
 * Expects that a catalogue says every word of a page and nothing else of it: with its marks taken out, the page is the same
 * to the byte; no word stands outside of the marks; and no mark stands in code or in an attribute that is not for readers.
 *
 * @param source - The page without front matter.
 * @param options - How the page is compiled besides.
 */
export async function expectEveryWordSaid(
  source: string,
  options: Omit<PageOptions, 'plugins'> = {},
): Promise<void> {
  const marked = catalogueThatSays(await messagesOf(source), mark);
  const { problems, html, contents } = await pageSaidBy(
    source,
    marked,
    options,
  );
  expect(problems).toEqual([]);
  const english = await englishPage(source, options);
  expect(trimmedHeadings(unmarked(html))).toEqual(
    trimmedHeadings(english.html),
  );
  expect(trimmed(contents)).toEqual(trimmed(english.contents));
  const $ = load(html, null, false);
  for (const element of $('*'))
    for (const { name, value } of 'attributes' in element
      ? element.attributes
      : [])
      if (!readable.includes(name)) expect(value).not.toMatch(/[⟦⟧]/);
  for (const element of $('site-element, admonition'))
    for (const { name, value } of 'attributes' in element
      ? element.attributes
      : [])
      if (readable.includes(name) && /\p{L}/u.test(value))
        expect(value).toMatch(/^⟦ [^]* ⟧$/);
  // Words that are not the page's: the heading of footnotes. Comments of code have marks, the code itself has none.
  $('#footnote-label').remove();
  $('pre').remove();
  for (const element of $('code'))
    expect($(element).text()).not.toMatch(/[⟦⟧]/);
  $('code').remove();
  const rest = $.root()
    .text()
    .replace(/⟦[^⟧]*⟧/g, '');
  expect(rest).not.toMatch(/[\p{L}⟦⟧]/u);
}
