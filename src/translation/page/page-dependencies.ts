import { join, relative } from 'node:path';

import type { Content } from '../content.ts';
import { catalogueOf, type Layout } from '../catalogue/catalogue-files.ts';
import { showsStatus, statusFiles } from '../reader/status-page.ts';

/** Returns additional dependencies of a page, from its absolute path and source, as absolute paths. */
export type DependenciesOf = (path: string, source: string) => string[];

/** The site and the language that is being built. */
export interface DependentPages extends Layout {
  /** Absolute path of the site. */
  root: string;
  locale: string;
  content?: Content;
}

/**
 * Lists the dependencies of a page, as absolute paths.
 *
 * @param interfaceTexts the file with texts that all pages contain; undefined in the default language
 */
export function pageDependencies(
  options: DependentPages,
  interfaceTexts: string | undefined,
): DependenciesOf {
  const { root, locale, content } = options;
  return (path, source) => {
    const catalogue = catalogueOf(options, locale, relative(root, path));
    return [
      ...(catalogue === undefined || interfaceTexts === undefined
        ? []
        : [join(root, catalogue), interfaceTexts]),
      ...(content !== undefined && showsStatus(source)
        ? statusFiles(root, content)
        : []),
    ];
  };
}
