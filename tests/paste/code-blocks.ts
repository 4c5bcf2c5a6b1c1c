import { wholeFile } from '../../src/snippets/snippet.ts';
import { siteConfig } from '../../site.config.ts';
import { builtPage } from '../support/built-page.ts';

/** A code block of a page that has the name of a file as its title. */
export interface CodeBlock {
  /** `file`: the whole file; `patch`: changes to it; `excerpt`: some of its lines. */
  readonly kind: 'file' | 'patch' | 'excerpt';
  readonly example: string;
  /** Path in the app, as the title shows it. */
  readonly path: string;
  /** What the copy button copies. */
  readonly text: string;
}

/** Returns the code blocks with file names of a built page, in its order. */
export function codeBlocksOf(page: string): CodeBlock[] {
  const $ = builtPage(page);
  return $('.theme-code-block:has(a[class*=file_])')
    .get()
    .map((block) => {
      const title = $(block).find('a[class*=file_]');
      const path = title.text();
      const example = /\/examples\/([\w-]+)/.exec(title.attr('href') ?? '')?.[1];
      if (example === undefined) throw new Error(`${page}: no example: ${path}`);
      const text = $(block)
        .find('.token-line')
        .get()
        .map((line) => $(line).text())
        .join('\n');
      const kind = $(block).is('.language-diff')
        ? 'patch'
        : text.trimEnd() === textOf(example, path)
          ? 'file'
          : 'excerpt';
      return { kind, example, path, text };
    });
}

function textOf(example: string, path: string): string {
  return wholeFile(siteConfig.examplesDir, `${example}/${path}`).text.trimEnd();
}
