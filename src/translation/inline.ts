import type { PhrasingContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import type { Extension } from 'micromark-util-types';
import { visit } from 'unist-util-visit';

/** What a message may refer to, from the page that it stands on. */
export interface References {
  /** Identifiers of the page's link definitions. */
  definitions: readonly string[];
  /** Identifiers of its footnotes. */
  footnotes: readonly string[];
}

/** Everything that could make of a message more than a line of text. */
const blockConstructs = [
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
  'gfmFootnoteDefinition',
];

/**
 * A message is parsed alone, so it has to be told what the page defines: this construct never matches,
 * it only fills the parser's list before the first bracket is looked at.
 */
function seed({ definitions, footnotes }: References): Extension {
  const normalize = (id: string): string => id.toUpperCase();
  return {
    text: {
      91: {
        name: 'seedReferences',
        tokenize(_effects, _ok, nok) {
          for (const id of definitions)
            if (!this.parser.defined.includes(normalize(id)))
              this.parser.defined.push(normalize(id));
          this.parser.gfmFootnotes = footnotes.map(normalize);
          return nok;
        },
      },
    },
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

/**
 * Parses a message as inline Markdown with JSX and expressions, of which nothing is evaluated.
 *
 * @param text - The message, in any language.
 * @param references - What the page defines.
 * @returns The nodes of one paragraph.
 * @throws If JSX tags or braces are not closed, or if the text is more than one paragraph.
 */
export function parseInline(
  text: string,
  references: References,
): PhrasingContent[] {
  const line = text
    .replace(/(?<!\\)\s*\n\s*/g, ' ')
    .replace(bareUrlBeforeChinese, `$&${urlEnd}`)
    .replace(chineseBeforeWww, urlStart)
    .trim();
  const root = fromMarkdown(line, {
    extensions: [
      gfmAutolinkLiteral(),
      gfmFootnote(),
      gfmStrikethrough(),
      // Only within text: a message is never a block of its own.
      { text: mdxJsx().text ?? {} },
      { text: mdxExpression().text ?? {} },
      cjkFriendlyExtension(),
      { disable: { null: blockConstructs } },
      seed(references),
    ],
    mdastExtensions: [
      gfmAutolinkLiteralFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      mdxFromMarkdown(),
    ],
  });
  const [paragraph, ...others] = root.children;
  if (paragraph === undefined) return [];
  if (paragraph.type !== 'paragraph' || others.length > 0)
    throw new Error('it is more than one line of text');
  visit(paragraph, (node) => {
    if ('value' in node && typeof node.value === 'string')
      node.value = node.value.replaceAll(urlEnd, '').replaceAll(urlStart, '');
    // Positions are those of the message, not of the page.
    delete node.position;
  });
  return paragraph.children;
}
