import { createSlugger } from '@docusaurus/utils';
import { load } from 'cheerio';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { expect } from 'vitest';

import {
  type Catalogue,
  type Message,
  newCatalogue,
  newEntry,
} from '../catalogue/catalogue.ts';
import { setHeadingIds } from '../page/headings.ts';
import { formatOf, preprocess } from '../page/markdown-syntax.ts';
import { pageMessages, parsePage } from '../page/read-page.ts';
import { translateTree } from '../page/translate-tree.ts';
import { formatProblem } from '../problem.ts';
import {
  type CharacterRules,
  characterRules,
} from '../style/character-rules.ts';
import {
  type PageOptions,
  type RenderedPage,
  renderPage,
  strictSyntax,
} from './docusaurus-page.ts';

/**
 * Lists the messages of a page.
 *
 * @param source the page without front matter
 */
export async function messagesOf(
  source: string,
  syntax = strictSyntax,
): Promise<Message[]> {
  const content = preprocess('page.mdx', source, syntax);
  const tree = await parsePage('page.mdx', content, [], {
    format: formatOf('page.mdx', {}, syntax),
    comments: syntax.mdx1Compat?.comments ?? true,
  });
  return pageMessages(tree, content, {});
}

/** Creates a catalogue with a translation of every message. */
export function catalogueWith(
  messages: readonly Message[],
  translate: (message: Message) => string,
): Catalogue {
  return newCatalogue(
    'page.po',
    newEntry(''),
    messages.map((message) => ({
      ...newEntry(message.id, message.context),
      text: translate(message),
      line: 1,
    })),
  );
}

/** Character rules of German translations. */
export const german = characterRules({ locale: 'de', defaultLocale: 'en' });

/** A translated page and its refused translations. */
export interface TranslatedPage extends RenderedPage {
  problems: string[];
}

/**
 * Renders a page with a catalogue.
 *
 * @param source the page without front matter
 * @param characters default: German
 * @returns the page and the problems, each as `file:line: text`
 */
export async function translatedPage(
  source: string,
  catalogue: Catalogue,
  options: Omit<PageOptions, 'plugins'> = {},
  characters: CharacterRules = german,
): Promise<TranslatedPage> {
  const problems = [...catalogue.problems];
  const translate = () => (tree: Root, file: VFile) => {
    if (formatOf('page.mdx', {}, options.syntax ?? {}) === 'md')
      tree.data = { ...tree.data, format: 'md' };
    setHeadingIds(tree, createSlugger());
    problems.push(
      ...translateTree(tree, String(file), {
        catalogue,
        sourceLanguage: 'en',
        characters: characters,
      }),
    );
  };
  const page = await renderPage(source, {
    ...options,
    plugins: [translate, joinLines],
  });
  return { ...page, problems: problems.map(formatProblem) };
}

/** Joins the lines of texts, as in messages, for comparison. */
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
 * Renders an untranslated page. The last page is cached, since it is compared with several translations.
 *
 * @param source the page without front matter
 */
export function englishPage(
  source: string,
  options: Omit<PageOptions, 'plugins'> = {},
): Promise<RenderedPage> {
  if (
    last?.source === source &&
    last.path === options.path &&
    last.partials === options.partials &&
    last.syntax === options.syntax
  )
    return last.page;
  const page = renderPage(source, { ...options, plugins: [joinLines] });
  last = { ...options, source, page };
  return page;
}

/**
 * Expects that a page is unchanged if every message is translated as itself.
 *
 * @param source the page without front matter
 */
export async function expectSamePage(
  source: string,
  options: Omit<PageOptions, 'plugins'> = {},
): Promise<void> {
  const identity = catalogueWith(
    await messagesOf(source, options.syntax),
    ({ id }) => id,
  );
  expect(identity.problems).toEqual([]);
  const { problems, ...page } = await translatedPage(source, identity, options);
  expect(problems).toEqual([]);
  expect(page).toEqual(await englishPage(source, options));
}

/** Encloses the translation of a message. */
function mark({ id, context }: Message): string {
  return context === 'code' ? id.replace(/^.*$/gm, '⟦ $& ⟧') : `⟦ ${id} ⟧`;
}

function unmarked(text: string): string {
  return text.replaceAll('⟦ ', '').replaceAll(' ⟧', '');
}

/** Trims headings, which Docusaurus can't do if they end in a mark. */
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

/** Attributes that readers see or hear. */
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
 * Expects that all words of a page are in messages: the page is unchanged without the marks of its messages, no word is outside
 * of marks, and no mark is in code or in an attribute that isn't for readers.
 *
 * @param source the page without front matter
 */
export async function expectAllWordsInMessages(
  source: string,
  options: Omit<PageOptions, 'plugins'> = {},
): Promise<void> {
  const marked = catalogueWith(await messagesOf(source, options.syntax), mark);
  const { problems, html, contents } = await translatedPage(
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
  // Words outside of the page: the heading of footnotes. Comments in code have marks; code has none.
  $('#footnote-label').remove();
  $('pre').remove();
  const code = $('code, kbd, samp, var, [translate=no]');
  for (const element of code) expect($(element).text()).not.toMatch(/[⟦⟧]/);
  code.remove();
  const rest = $.root()
    .text()
    .replace(/⟦[^⟧]*⟧/g, '');
  expect(rest).not.toMatch(/[\p{L}⟦⟧]/u);
}
