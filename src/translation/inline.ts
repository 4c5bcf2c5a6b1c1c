import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import type { Extension } from 'micromark-util-types';

import { eachNode } from './each-node.ts';
import { nativePackage } from './native-packages.ts';

const { fromMarkdown } = nativePackage('mdast-util-from-markdown');
const { cjkFriendlyExtension } = nativePackage(
  'micromark-extension-cjk-friendly',
);
const { unified } = nativePackage('unified');

/** What a message may refer to, from the page that it stands on. */
export interface References {
  /** Identifiers of the page's link definitions. */
  definitions: readonly string[];
  /** Identifiers of its footnotes. */
  footnotes: readonly string[];
}

/** The syntax of the site's pages; the code in it is parsed, and what was parsed is thrown away. */
const site = unified()
  .use(nativePackage('remark-mdx').default, { addResult: false })
  .use(nativePackage('remark-directive').default)
  .use(nativePackage('remark-gfm').default)
  .freeze()
  .data();

/** Only what stands within a line: a message is never a block of its own. */
const inlineSyntax: Extension[] = (site.micromarkExtensions ?? []).map(
  ({ text, insideSpan, attentionMarkers }) => ({
    ...(text === undefined ? {} : { text }),
    ...(insideSpan === undefined ? {} : { insideSpan }),
    ...(attentionMarkers === undefined ? {} : { attentionMarkers }),
  }),
);

/** Everything of plain Markdown that could make of a message more than a line of text, or HTML. */
const otherConstructs = [
  'blockQuote',
  'list',
  'codeFenced',
  'codeIndented',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'autolink',
  'setextUnderline',
  'thematicBreak',
  'definition',
];

/**
 * A message is parsed alone, so it has to be told what the page defines: this construct never matches,
 * it only fills the parser's list before the first bracket is looked at.
 */
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

/** Stand between a bare URL and Chinese text that touches it; no text of a catalogue holds them. */
const urlStart = '\uE000 ';
const urlEnd = ' \uE000';

const chinese = String.raw`[\u2e80-\u9fff\uff00-\uffef\u2018-\u201f]`;

/** A bare URL would take everything up to the next space with it, and Chinese has none. */
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

/** Takes the marks out of everything that can hold a bare URL as text. */
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

/** A line feed without a backslash before it, and the blanks around it. */
const lineFeed = /((?<![ \t])[ \t]+|(?<![\\ \t]))\n[ \t\n]*/g;

/** Keeps hard breaks only, which have two spaces before them if they have no backslash. */
function onOneLine(text: string): string {
  return text.replace(lineFeed, (_, before: string) =>
    /^ {2,}$/.test(before) ? '  \n' : ' ',
  );
}

/** Pages are read by the rules of CommonMark, which know no words without spaces between them. */
export type Rules = 'page' | 'translation';

function parse(text: string, references: References, rules: Rules): Root {
  return fromMarkdown(text, {
    extensions: [
      // First, so that the site's own constructs are tried before it.
      ...(rules === 'translation' ? [cjkFriendlyExtension()] : []),
      ...inlineSyntax,
      { disable: { null: otherConstructs } },
      seed(references),
    ],
    mdastExtensions: site.fromMarkdownExtensions ?? [],
  });
}

/** The text that is given to the parser for a message. */
function lineOf(text: string, rules: Rules): string {
  const line = onOneLine(text);
  return rules === 'translation' ? withMarks(line) : line;
}

function contentOf(paragraph: Paragraph, rules: Rules): PhrasingContent[] {
  eachNode(paragraph.children, (node) => {
    // Positions are those of the message, not of the page.
    delete node.position;
    if (rules === 'translation') unmark(node);
  });
  return paragraph.children;
}

/**
 * Parses a message as inline Markdown with the syntax of the site. Nothing in it is evaluated.
 *
 * @param text - The message, in any language.
 * @param references - What the page defines.
 * @param rules - In a translation, Chinese, Japanese and Korean text may touch emphasis and bare URLs.
 * @returns The nodes of one paragraph.
 * @throws If JSX tags or braces are not closed, or if the text is more than one paragraph.
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
 * Parses many messages of one page as `parseInline` does, which takes far longer for each of them alone.
 *
 * @param texts - The messages.
 * @param references - What the page defines.
 * @param rules - As of `parseInline`.
 * @returns The nodes of each; undefined if one of them is no paragraph, and they have to be parsed alone to find out which.
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

/** Ends a paragraph, whatever stands in it. */
const gap = '\n\n';

function liesWithin({ position }: Paragraph, start: number, end: number) {
  return (
    position?.start.offset !== undefined &&
    position.end.offset !== undefined &&
    position.start.offset >= start &&
    position.end.offset <= end
  );
}
