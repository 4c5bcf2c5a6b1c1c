import { deserialize, serialize } from 'node:v8';

import type { Parser } from 'unified';

/** What the parser has made of a page. */
interface Parsed {
  source: string;
  /** The tree in bytes: every garbage collection until the end of a build would look at its objects. */
  tree: Uint8Array;
}

/** By the paths of the pages. */
export type ParsedPages = Map<string, Parsed>;

/** A build loads this module anew for each language. */
const kept: { [name: symbol]: ParsedPages | undefined } = globalThis;
const slot = Symbol.for('parsed pages');

/**
 * The parser that a build uses in place of its own. All languages are made from the same pages, and to parse one takes several
 * times as long as to translate it, so each is parsed for the first language only.
 *
 * @param parser - The parser of the site.
 * @param isFirst - Whether the language is the default one, which Docusaurus builds before the others.
 * @returns The parser for this language; outside of a build the same.
 */
export function parserForAllLanguages(
  parser: Parser,
  isFirst: boolean,
): Parser {
  // A development server has one language, and pages that change.
  if (process.env['NODE_ENV'] !== 'production') return parser;
  const pages: ParsedPages = kept[slot] ?? new Map<string, Parsed>();
  kept[slot] = pages;
  return isFirst ? keepingParser(parser, pages) : sparingParser(parser, pages);
}

/**
 * Keeps what a parser makes of pages.
 *
 * @param parser - The parser.
 * @param pages - Gets the pages.
 * @returns The parser.
 */
export function keepingParser(parser: Parser, pages: ParsedPages): Parser {
  return (source, file) => {
    const tree = parser(source, file);
    pages.set(file.path, { source, tree: serialize(tree) });
    return tree;
  };
}

/**
 * Parses only what has not been parsed yet.
 *
 * @param parser - The parser.
 * @param pages - What `keepingParser` has kept.
 * @returns The parser; each tree is a new one, which plugins may change.
 */
export function sparingParser(parser: Parser, pages: ParsedPages): Parser {
  return (source, file) => {
    const known = pages.get(file.path);
    const tree: unknown =
      known?.source === source ? deserialize(known.tree) : undefined;
    return isNode(tree) ? tree : parser(source, file);
  };
}

function isNode(value: unknown): value is ReturnType<Parser> {
  return typeof value === 'object' && value !== null && 'type' in value;
}
