import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  DEFAULT_PARSE_FRONT_MATTER,
  unwrapMdxCodeBlocks,
} from '@docusaurus/utils';
import type { Root } from 'mdast';

import type { Content } from './content.ts';
import type { FrontMatter } from './front-matter.ts';
import type { PlacedMessage } from './message.ts';
import { pageMessages } from './page-messages.ts';
import { parsePage } from './processor.ts';

/** A page in the language that it is written in. */
export interface Page {
  /** Path from the root of the site. */
  file: string;
  frontMatter: FrontMatter;
  /** The text without its front matter, which the positions of the tree count from. */
  source: string;
  tree: Root;
  messages: PlacedMessage[];
}

/**
 * Reads a page and finds its messages.
 *
 * @param root - Absolute path of the site.
 * @param file - Path of the page from there.
 * @param content - The site.
 * @returns The page.
 * @throws What the parser and the plugins before the translation throw.
 */
export async function readPage(
  root: string,
  file: string,
  content: Pick<Content, 'beforeTranslation'>,
): Promise<Page> {
  const filePath = join(root, file);
  const fileContent = readFileSync(filePath, 'utf8');
  const { frontMatter, content: text } = await DEFAULT_PARSE_FRONT_MATTER({
    filePath,
    fileContent,
  });
  // Docusaurus takes these fences away before it parses.
  const source = unwrapMdxCodeBlocks(text);
  const tree = await parsePage(filePath, source, content.beforeTranslation);
  const before =
    fileContent.slice(0, fileContent.lastIndexOf(text)).split('\n').length - 1;
  const messages = pageMessages(tree, source, frontMatter).map(
    (message): PlacedMessage => ({
      ...message,
      file,
      line: message.line === undefined ? 1 : message.line + before,
    }),
  );
  return { file, frontMatter, source, tree, messages };
}
