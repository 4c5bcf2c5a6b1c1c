import remarkComment from '@slorber/remark-comment';
import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import type { Extension } from 'micromark-util-types';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { unified } from 'unified';

import { eachNode } from './nodes.ts';
import type { Format } from './markdown-syntax.ts';

/** Targets of references in a message, from its page. */
export interface References {
  /** Identifiers of link definitions. */
  definitions: readonly string[];
  /** Identifiers of footnotes. */
  footnotes: readonly string[];
  /** Whether the page is plain Markdown, with HTML and literal braces. */
  plainMarkdown?: boolean;
}

/** Returns the syntax of pages; expressions are parsed and discarded. */
function syntaxOf(format: Format) {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = unified()
    .use(format === 'mdx' ? [[remarkMdx, { addResult: false }]] : [])
    .use(remarkFrontmatter, ['yaml', 'toml'])
    .use(remarkDirective)
    .use(remarkGfm)
    // Comments that the English lacks are refused earlier.
    .use(remarkComment)
    .freeze()
    .data();
  return {
    // Inline constructs only, since a message is never a block.
    extensions: micromarkExtensions.map(
      ({ text, insideSpan, attentionMarkers }): Extension => ({
        ...(text === undefined ? {} : { text }),
        ...(insideSpan === undefined ? {} : { insideSpan }),
        ...(attentionMarkers === undefined ? {} : { attentionMarkers }),
      }),
    ),
    mdastExtensions: fromMarkdownExtensions,
    blocks: micromarkExtensions,
  };
}

const syntax = { mdx: syntaxOf('mdx'), md: syntaxOf('md') };

/**
 * Parses a text as a page with block syntax, without evaluating it.
 *
 * @throws if it isn't valid MDX
 */
export function parseBlocks(text: string, format: Format): Root {
  const { blocks, mdastExtensions } = syntax[format];
  return fromMarkdown(text, { extensions: blocks, mdastExtensions });
}

/** Constructs of plain Markdown that could create blocks. */
const otherConstructs = [
  'blockQuote',
  'list',
  'codeFenced',
  'codeIndented',
  'headingAtx',
  'htmlFlow',
  'setextUnderline',
  'thematicBreak',
  'definition',
];

/** Constructs that MDX removes from Markdown. */
const plainConstructs = ['htmlText', 'autolink'];

/** Adds the page's definitions to the parser, since a message is parsed alone: this construct never matches. */
function seed({ definitions, footnotes }: References): Extension {
  const normalize = (id: string): string => id.toUpperCase();
  const construct: NonNullable<Extension['text']>[number] = {
    name: 'seedReferences',
    tokenize(_effects, _ok, nok) {
      const { defined } = this.parser;
      if (defined.length === 0) defined.push(...definitions.map(normalize));
      this.parser.gfmFootnotes = footnotes.map(normalize);
      return nok;
    },
  };
  const exclamationMark = 33;
  const openingBracket = 91;
  return {
    text: { [exclamationMark]: construct, [openingBracket]: construct },
  };
}

/** Separates Chinese text from a bare URL; no catalogue contains it. */
const urlStart = '\uE000 ';
const urlEnd = ' \uE000';

const chinese = String.raw`[\u2e80-\u9fff\uff00-\uffef\u2018-\u201f]`;

/** A bare URL ends at a space, which Chinese text lacks. */
const bareUrlBeforeChinese = new RegExp(
  String.raw`(?<![(<"'=\w])(?:https?:\/\/|www\.)[\x21-\x7e]+(?=${chinese})`,
  'g',
);
const chineseBeforeWww = new RegExp(String.raw`(?<=${chinese})(?=www\.)`, 'g');

function withMarks(line: string): string {
  return line
    .replace(bareUrlBeforeChinese, `$&${urlEnd}`)
    .replace(chineseBeforeWww, urlStart);
}

function withoutMarks(text: string): string {
  return text.replaceAll(urlEnd, '').replaceAll(urlStart, '');
}

/** Removes the separators from text. */
function unmark(node: Nodes): void {
  if ('value' in node) node.value = withoutMarks(node.value);
  if ('title' in node && typeof node.title === 'string')
    node.title = withoutMarks(node.title);
  if ('alt' in node && typeof node.alt === 'string')
    node.alt = withoutMarks(node.alt);
  if (node.type === 'mdxJsxTextElement')
    for (const attribute of node.attributes)
      if (typeof attribute.value === 'string')
        attribute.value = withoutMarks(attribute.value);
}

/** A line feed that isn't a hard break, and the blanks around it. */
const lineFeed = /((?<![ \t])[ \t]+|(?<![\\ \t]))\n[ \t\n]*/g;

/** Joins lines except at hard breaks, which have a backslash or two spaces. */
function onOneLine(text: string): string {
  return text.replace(lineFeed, (_, before: string) =>
    /^ {2,}$/.test(before) ? '  \n' : ' ',
  );
}

/** `page`: CommonMark. `translation`: also without spaces between words. */
export type Rules = 'page' | 'translation';

function parse(text: string, references: References, rules: Rules): Root {
  const { plainMarkdown = false } = references;
  const { extensions, mdastExtensions } = syntax[plainMarkdown ? 'md' : 'mdx'];
  return fromMarkdown(text, {
    extensions: [
      // First, so that the site's constructs have precedence.
      ...(rules === 'translation' ? [cjkFriendlyExtension()] : []),
      ...extensions,
      {
        disable: {
          null: plainMarkdown
            ? otherConstructs
            : [...otherConstructs, ...plainConstructs],
        },
      },
      seed(references),
    ],
    mdastExtensions,
  });
}

/** Returns a message as the parser's input. */
function lineOf(text: string, rules: Rules): string {
  const line = onOneLine(text);
  return rules === 'translation' ? withMarks(line) : line;
}

function contentOf(paragraph: Paragraph, rules: Rules): PhrasingContent[] {
  eachNode(paragraph.children, (node) => {
    // Positions are relative to the message, not to the page.
    delete node.position;
    if (rules === 'translation') unmark(node);
  });
  return paragraph.children;
}

/**
 * Parses a message as inline Markdown of the site, without evaluating it.
 *
 * @param rules in a translation, Chinese, Japanese and Korean text may be adjacent to emphasis and bare URLs
 * @throws if JSX tags or braces aren't closed, or the text isn't one paragraph
 */
export function parseInline(
  text: string,
  references: References,
  rules: Rules = 'translation',
): PhrasingContent[] {
  const root = parse(lineOf(text, rules), references, rules);
  const [paragraph, ...others] = root.children;
  if (paragraph === undefined) return [];
  if (paragraph.type !== 'paragraph' || others.length > 0)
    throw new Error('it is more than one line of text');
  return contentOf(paragraph, rules);
}

/**
 * Parses many messages of a page at once, which is much faster than `parseInline` for each.
 *
 * @returns the nodes of each; undefined if one isn't a paragraph, so that they must be parsed separately
 */
export function parseInlines(
  texts: readonly string[],
  references: References,
  rules: Rules,
): PhrasingContent[][] | undefined {
  const lines = texts.map((text) => lineOf(text, rules));
  let blocks: Root['children'];
  try {
    blocks = parse(lines.join(gap), references, rules).children;
  } catch {
    return undefined;
  }
  const found: PhrasingContent[][] = [];
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const block = blocks[index];
    const end = start + line.length;
    if (block?.type !== 'paragraph' || !liesWithin(block, start, end))
      return undefined;
    found.push(contentOf(block, rules));
    start = end + gap.length;
  }
  return blocks.length === lines.length ? found : undefined;
}

/** Ends a paragraph with any content. */
const gap = '\n\n';

function liesWithin({ position }: Paragraph, start: number, end: number) {
  return (
    position?.start.offset !== undefined &&
    position.end.offset !== undefined &&
    position.start.offset >= start &&
    position.end.offset <= end
  );
}
