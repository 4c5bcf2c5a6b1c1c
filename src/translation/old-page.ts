import { existsSync, readFileSync, statSync } from 'node:fs';

import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

import type { FrontMatter } from './front-matter.ts';
import { type Block, blocksOf } from './page-blocks.ts';
import { parsePage } from './processor.ts';

/** A page that somebody translated in another way, as far as it can be read. */
export interface OldPage {
  frontMatter: FrontMatter;
  blocks: Block[];
  /** Finds the line of a field of the front matter, or of its item in a list; 1 if it does not stand there as it is. */
  lineOf: (field: string, value: string) => number;
  /** What a person should know of how it was read. */
  notes: string[];
}

/**
 * Reads a translated page.
 *
 * @param path - Where it lies.
 * @param name - How messages name it.
 * @returns The page. A `.md` file that is no MDX is read as plain Markdown, in which nothing is an error.
 * @throws With `file:line` if there is no such file, if it is no text or empty, or if its front matter or its MDX is broken.
 */
export async function readOldPage(
  path: string,
  name: string,
): Promise<OldPage> {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new Error(`${name}:1: there is no such file; name a Markdown file.`);
  if (!/\.mdx?$/.test(path))
    throw new Error(
      `${name}:1: this is no Markdown file by its name; there are .md and .mdx; rename it if it is one.`,
    );
  const fileContent = readFileSync(path, 'utf8').replace(/\r\n?/g, '\n');
  if (/[\0\uFFFD]/.test(fileContent))
    throw new Error(
      `${name}:${lineOf(fileContent, fileContent.search(/[\0\uFFFD]/))}: this is no UTF-8 text; save the file as UTF-8.`,
    );
  const { frontMatter, content } = await frontMatterOf(path, name, fileContent);
  if (content.trim() === '')
    throw new Error(`${name}:1: there is no text in it; nothing to import.`);
  const source = modern(content);
  const offset = lineOf(fileContent, fileContent.lastIndexOf(content)) - 1;
  const { tree, notes } = await parse(name, source, offset);
  return {
    frontMatter,
    blocks: blocksOf(tree, source, offset),
    lineOf: fieldLines(fileContent.split('\n').slice(0, offset)),
    notes,
  };
}

function fieldLines(lines: readonly string[]): OldPage['lineOf'] {
  return (field, value) => {
    const at = lines.findIndex((line) =>
      line.replace(/^["']/, '').startsWith(field),
    );
    const end = lines.findIndex(
      (line, index) => index > at && /^\S/.test(line),
    );
    const item = lines
      .slice(at, end === -1 ? undefined : end)
      .findIndex((line) => /^\s*-/.test(line) && line.includes(value));
    return at === -1 ? 1 : at + Math.max(0, item) + 1;
  };
}

async function frontMatterOf(
  filePath: string,
  name: string,
  fileContent: string,
): Promise<{ frontMatter: FrontMatter; content: string }> {
  try {
    return await DEFAULT_PARSE_FRONT_MATTER({ filePath, fileContent });
  } catch (error) {
    const line = markedLine(error);
    const [reason] = messageOf(error).split('\n');
    throw new Error(
      `${name}:${line}: its front matter is no YAML; ${reason ?? ''}; correct it, or delete it.`,
      { cause: error },
    );
  }
}

/** YAML counts from 0, from the line of dashes. */
function markedLine(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('mark' in error))
    return 1;
  const { mark } = error;
  return typeof mark === 'object' &&
    mark !== null &&
    'line' in mark &&
    typeof mark.line === 'number'
    ? mark.line + 1
    : 1;
}

async function parse(
  name: string,
  source: string,
  offset: number,
): Promise<{ tree: Root; notes: string[] }> {
  try {
    return { tree: await parsePage(name, source, []), notes: [] };
  } catch (error) {
    const at =
      typeof error === 'object' &&
      error !== null &&
      'line' in error &&
      typeof error.line === 'number'
        ? error.line
        : 1;
    const [reason = ''] = messageOf(error).split('\n');
    const place = `${name}:${at + offset}`;
    if (name.endsWith('.mdx'))
      throw new Error(
        `${place}: this is no MDX; ${reason.replace(/\.$/, '')}; correct it, or rename the file to .md to have it read as plain Markdown.`,
        { cause: error },
      );
    const tree: Root = unified()
      .use(remarkParse)
      .use(remarkDirective)
      .use(remarkGfm)
      .parse(source);
    // A tag within a line is a part of its text, so that nothing is lost in silence.
    visit(tree, 'html', (node, index, parent) => {
      if (index === undefined || parent?.type === 'root') return;
      const { value, position } = node;
      parent?.children.splice(index, 1, {
        type: 'text',
        value,
        ...(position === undefined ? {} : { position }),
      });
    });
    return {
      tree,
      notes: [
        `${place}: read as plain Markdown, in which blocks of HTML are left out, since it is no MDX: ${reason}`,
      ],
    };
  }
}

/** `:::note Title` and `## Heading {#id}`, as Docusaurus' first versions had them. No line moves. */
function modern(source: string): string {
  return source
    .replace(/^([ \t>]*:::+[a-z]+)[ \t]+([^\s[{][^\n]*)$/gm, '$1[$2]')
    .replace(/^([ \t>]*#{1,6} .*)\{(#[^\s}]+)\}[ \t]*$/gm, '$1{/* $2 */}');
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
