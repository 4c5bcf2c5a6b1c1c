import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { PluggableList } from 'unified';

import type { Layout } from './layout.ts';

/** What the command line has to know of the site; the configuration exports it as `content`. */
export interface Content extends Layout {
  defaultLocale: string;
  /** All languages, the default one included. */
  locales: readonly string[];
  /** Languages in which nothing may be missing. Default: all. */
  completeLocales?: readonly string[];
  /** Remark plugins that run before the translation: what fills code in. */
  beforeTranslation: PluggableList;
  /** What the configuration says, by id. */
  interfaceMessages: Readonly<Record<string, string>>;
  /** Where components with translatable strings are. */
  sourceDir: string;
  /** The sidebars as Docusaurus takes them: the order in which a reader meets the pages. */
  sidebars?: unknown;
}

const withoutConfiguration: Content = {
  docsDir: 'docs',
  catalogueDir: 'i18n',
  defaultLocale: 'en',
  locales: ['en'],
  beforeTranslation: [],
  interfaceMessages: {},
  sourceDir: 'src',
};

function isContent(value: unknown): value is Partial<Content> {
  return typeof value === 'object' && value !== null;
}

/**
 * Reads what the site says of itself.
 *
 * @param root - Absolute path of the site.
 * @param file - The module that exports `content`.
 * @returns Its `content`, completed by defaults; only defaults if there is no such file or no such export.
 */
export async function readContent(
  root: string,
  file: string,
): Promise<Content> {
  const path = join(root, file);
  if (!existsSync(path)) return withoutConfiguration;
  const loaded: unknown = await import(pathToFileURL(path).href);
  const content =
    typeof loaded === 'object' && loaded !== null && 'content' in loaded
      ? loaded.content
      : undefined;
  return isContent(content)
    ? { ...withoutConfiguration, ...content }
    : withoutConfiguration;
}
