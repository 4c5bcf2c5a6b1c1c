import type { CheerioAPI } from 'cheerio';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { siteConfig } from '../../site.config.ts';
import { wholeFile } from '../../src/snippets/snippet.ts';
import { builtPage } from '../support/built-page.ts';

type Block = ReturnType<CheerioAPI>;

/** A code block of a page that names a file. */
export interface CodeBlock {
  /** `file`: all of it; `patch`: changes to it; `excerpt`: some of its lines. */
  readonly kind: 'file' | 'patch' | 'excerpt';
  /** Path in the app, from its title. */
  readonly path: string;
  /** What its copy button copies. */
  readonly text: string;
}

const titled = '.theme-code-block:has(a[class*=file_])';
/** Of "Other files". */
const folded = 'details:has(a[href*="/stackblitz/"])';

/** Returns the code blocks with file names of a built page, in its order. */
export function codeBlocksOf(page: string): CodeBlock[] {
  const $ = builtPage(page);
  return $(`${titled}, ${folded}`)
    .get()
    .map((element) => {
      const block = $(element);
      return block.is('details') ? foldedFile(block) : titledBlock($, block);
    });
}

function foldedFile(block: Block): CodeBlock {
  return {
    kind: 'file',
    path: block.find('[id]').attr('id') ?? '',
    text: block.find('pre').text(),
  };
}

function titledBlock($: CheerioAPI, block: Block): CodeBlock {
  const title = block.find('a[class*=file_]');
  const path = title.text();
  const lines = block.find('.token-line').get();
  const text = `${lines.map((line) => $(line).text()).join('\n')}\n`;
  if (block.is('.language-diff')) return { kind: 'patch', path, text };
  const example = /\/examples\/([\w-]+)/.exec(title.attr('href') ?? '')?.[1];
  // The title leaves out the folder of a later version.
  const file = ['', 'after/']
    .map((version) => `${example ?? ''}/${version}${path}`)
    .find((file) => existsSync(join(siteConfig.examplesDir, file)));
  if (file === undefined) throw new Error(`No example has the file ${path}.`);
  const whole = wholeFile(siteConfig.examplesDir, file).text;
  const isWhole = text.trimEnd() === whole.trimEnd();
  return { kind: isWhole ? 'file' : 'excerpt', path, text };
}
