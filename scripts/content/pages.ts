import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';
import { content } from '../../content.ts';
import {
  type Coverage,
  coverageOf,
  type ParsedPage,
} from '../../src/snippets/coverage.ts';
import { listFiles } from '../../src/snippets/examples.ts';
import { pageFiles } from '../../src/translation/pages.ts';
import { parsePage } from '../../src/translation/processor.ts';

/**
 * Parses every page as its author wrote it: no fence is filled yet.
 *
 * @throws what the parser says of a page that is no MDX
 */
export function readPages(): Promise<ParsedPage[]> {
  const files = pageFiles(content.root, content.docsDir);
  return Promise.all(files.map(readPage));
}

/** What the fences of the pages show of the examples, and every command. */
export function readCoverage(pages: readonly ParsedPage[]): Coverage {
  const files = listFiles(content.examplesDir).map((path) => ({
    path,
    text: readFileSync(join(content.examplesDir, path), 'utf8'),
  }));
  return coverageOf(pages, files, content.elsewhere);
}

async function readPage(file: string): Promise<ParsedPage> {
  const filePath = join(content.root, file);
  const fileContent = readFileSync(filePath, 'utf8');
  const { content: source } = await DEFAULT_PARSE_FRONT_MATTER({
    filePath,
    fileContent,
  });
  const tree = await parsePage(filePath, source, []);
  const before = fileContent.slice(0, fileContent.lastIndexOf(source));
  return { file, tree, linesBefore: before.split('\n').length - 1 };
}
