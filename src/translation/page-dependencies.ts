import { join, relative } from 'node:path';

import type { Content } from './content.ts';
import { catalogueOf, type Layout } from './layout.ts';
import { showsStatus, statusFiles } from './reader/status-page.ts';

/** Files that a page is made from besides itself and its catalogue: absolute path and source of the page → absolute paths. */
export type DependenciesOf = (path: string, source: string) => string[];

/** The site, and the language that is built. */
export interface DependentPages extends Layout {
  /** Absolute path of the site. */
  root: string;
  locale: string;
  content?: Content;
}

/**
 * Lists the files that a page is made from besides itself.
 *
 * @param options - The site.
 * @param interfaceTexts - The file with the texts that all pages are made with; undefined in the language they are written in.
 * @param dependenciesOf - What the page takes code or values from.
 * @returns Lists them, as absolute paths.
 */
export function pageDependencies(
  options: DependentPages,
  interfaceTexts: string | undefined,
  dependenciesOf: DependenciesOf,
): DependenciesOf {
  const { root, locale, content } = options;
  return (path, source) => {
    const own = catalogueOf(options, locale, relative(root, path));
    return [
      ...(own === undefined || interfaceTexts === undefined
        ? []
        : [join(root, own), interfaceTexts]),
      ...(content !== undefined && showsStatus(source)
        ? statusFiles(root, content)
        : []),
      ...dependenciesOf(path, source),
    ];
  };
}
