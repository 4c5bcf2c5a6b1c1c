import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';
import remarkComment from '@slorber/remark-comment';
import type { Paragraph, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-mdx';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type PluggableList, unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';

import {
  type Message,
  messageKey,
  type PlacedMessage,
} from '../catalogue/catalogue.ts';
import { decodeUtf8, wrongByteProblem } from '../catalogue/site-file.ts';
import type { Content } from '../content.ts';
import { formatProblem, type Problem } from '../problem.ts';
import { type FrontMatter, frontMatterMessages } from './front-matter.ts';
import {
  type Format,
  formatOf,
  type MarkdownSyntax,
  preprocess,
} from './markdown-syntax.ts';
import { isBlank } from './source-text.ts';
import { unitsOf } from './units.ts';
import { property } from '../../core/property.ts';

/** A page with its messages. */
export interface Page {
  /** Path from the root of the site. */
  file: string;
  frontMatter: FrontMatter;
  /** Text that was parsed, to which positions of the tree refer. */
  source: string;
  tree: Root;
  messages: PlacedMessage[];
}

/** Thrown for a page that isn't valid; its message begins with `file:line`. */
export class UnreadablePage extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(formatProblem(problem));
    this.problem = problem;
  }
}

/** A parsed page. */
export type ParsedPage = Omit<Page, 'messages'>;

/**
 * Parses a page like Docusaurus.
 *
 * @param root absolute path of the site
 * @param plugins remark plugins to run on the tree
 * @returns the page, with line numbers of the file
 * @throws {UnreadablePage} if the page isn't valid UTF-8, YAML or MDX, or a plugin fails
 */
export async function parsePageFile(
  root: string,
  file: string,
  markdown: MarkdownSyntax,
  plugins: PluggableList,
): Promise<ParsedPage> {
  const filePath = join(root, file);
  const { text: fileContent, wrongBytes } = decodeUtf8(readFileSync(filePath));
  for (const [line, byte] of wrongBytes)
    throw new UnreadablePage({ file, line, message: wrongByteProblem(byte) });
  try {
    const { frontMatter } = await DEFAULT_PARSE_FRONT_MATTER({
      filePath,
      fileContent,
    });
    const source = preprocess(filePath, fileContent, markdown);
    const tree = await parsePage(filePath, source, plugins, {
      format: formatOf(filePath, frontMatter, markdown),
      comments: markdown.mdx1Compat?.comments ?? true,
    });
    return { file, frontMatter, source, tree };
  } catch (error) {
    throw new UnreadablePage(problemOf(error, file));
  }
}

/**
 * Reads a page and finds its messages.
 *
 * @param root absolute path of the site
 * @throws {UnreadablePage} if `parsePageFile` fails
 */
export async function readPage(
  root: string,
  file: string,
  {
    markdown = {},
    beforeTranslation,
  }: Pick<Content, 'beforeTranslation' | 'markdown'>,
): Promise<Page> {
  const page = await parsePageFile(root, file, markdown, beforeTranslation);
  const { tree, source, frontMatter } = page;
  const messages = pageMessages(tree, source, frontMatter).map(
    (message): PlacedMessage => ({ ...message, file, line: message.line ?? 1 }),
  );
  return { ...page, messages };
}

/** Converts an error of a parser or plugin to a problem. */
function problemOf(error: unknown, file: string): Problem {
  const text = error instanceof Error ? error.message : String(error);
  // A plugin's error may contain the location.
  const [, named, own] = /^[^\s:]+\.mdx?:(\d+): ([^]*)$/.exec(text) ?? [];
  const [reason = ''] = (own ?? text).split('\n');
  const line = Number(
    named ??
      property(error, 'line') ??
      Number(property(error, 'mark', 'line')) + 1,
  );
  return {
    file,
    line: Number.isNaN(line) ? 1 : line,
    message:
      own === undefined
        ? `this page can't be parsed (${reason}); correct it.`
        : reason,
  };
}

function isElementsOnly(paragraph: Paragraph): boolean {
  const other = paragraph.children.filter(
    (child) => !(child.type === 'text' && isBlank(child.value)),
  );
  return (
    other.length > 0 &&
    other.every(
      ({ type }) =>
        type === 'mdxJsxTextElement' || type === 'mdxTextExpression',
    )
  );
}

/** Unwraps paragraphs that contain only elements, like the MDX compiler before all plugins. */
function unravel() {
  return (tree: Root): void => {
    visit(tree, 'paragraph', (node, index, parent) => {
      if (parent === undefined || index === undefined || !isElementsOnly(node))
        return;
      const blocks: RootContent[] = [];
      for (const child of node.children)
        if (child.type === 'mdxJsxTextElement')
          blocks.push(Object.assign(child, { type: 'mdxJsxFlowElement' }));
        else if (child.type === 'mdxTextExpression')
          blocks.push(Object.assign(child, { type: 'mdxFlowExpression' }));
      parent.children.splice(index, 1, ...blocks);
      return [SKIP, index];
    });
  };
}

/** Syntax of a page. */
export interface ParsedSyntax {
  /** Default: `mdx`. */
  format?: Format;
  /** Whether `<!-- -->` is a comment in MDX, too. */
  comments?: boolean;
}

/**
 * Parses the text of a page like the site.
 *
 * @param path path of the page, for plugins and their errors
 * @param plugins plugins that run before the translation, such as those that fill fences
 * @returns the tree, as in `beforeDefaultRemarkPlugins`
 */
export async function parsePage(
  path: string,
  content: string,
  plugins: PluggableList,
  { format = 'mdx', comments = false }: ParsedSyntax = {},
): Promise<Root> {
  const processor = unified()
    .use(remarkParse)
    .use(format === 'mdx' ? [remarkMdx] : [])
    .use(unravel)
    .use(remarkFrontmatter)
    .use(remarkDirective)
    .use(remarkGfm)
    .use(comments ? [remarkComment] : [])
    .use(plugins);
  const file = new VFile({ path, value: content });
  const tree: Root = processor.parse(file);
  if (format === 'md') tree.data = { ...tree.data, format };
  await processor.run(tree, file);
  return tree;
}

/**
 * Lists the messages of a page.
 *
 * @param tree the parsed page with filled fences
 * @param source the text that the tree was parsed from
 * @returns unique messages in page order
 */
export function pageMessages(
  tree: Root,
  source: string,
  frontMatter: FrontMatter,
): Message[] {
  const all = [
    ...frontMatterMessages(frontMatter),
    ...unitsOf(tree, source).flatMap((unit) =>
      unit.kind === 'code'
        ? unit.comments.map(({ message }) => message)
        : [unit.message],
    ),
  ];
  const seen = new Set<string>();
  return all.filter(({ context, id }) => {
    const key = messageKey(context, id);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
