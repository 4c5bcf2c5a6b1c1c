import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { PluggableList } from 'unified';

import type { Layout } from './catalogue/catalogue-files.ts';
import type { MarkdownSyntax } from './page/markdown-syntax.ts';
import type { ExtraScripts } from './style/character-rules.ts';

/** The npm script of the commands, for messages. */
export const i18n = 'npm run i18n';

/** Modules that may export the definition of the site as `siteConfig`; the first that exists is used. */
const configFiles = ['site.config.ts', 'docusaurus.config.ts'] as const;

/** A style rule of a language; returns the problem of a translation, or undefined. */
export type StyleRule = (text: string) => string | undefined;

/** The definition of a site, which the build and the commands share. */
export interface Content extends Layout {
  readonly defaultLocale: string;
  /** All languages, including the default one. */
  locales: readonly string[];
  /** The file that exports this definition; catalogues name it as the source of `interfaceMessages`. */
  readonly configFile: string;
  /** Languages in which no message may be missing. Default: all. */
  readonly completeLocales?: readonly string[];
  /** The site's `markdown` settings. Default: those of Docusaurus. */
  readonly markdown?: MarkdownSyntax;
  /** Scripts of a language in addition to its own and those of the default language. */
  readonly scripts?: ExtraScripts;
  /** Remark plugins before the translation, such as those that fill fences. */
  beforeTranslation: PluggableList;
  /** Texts of the configuration, by id. */
  interfaceMessages: Readonly<Record<string, string>>;
  /** Style rules by language, such as `de`, or by locale; loaded by `check` only. */
  readonly style?: Readonly<
    Record<string, () => Promise<readonly StyleRule[]>>
  >;
  /** Markdown files that aren't pages, such as READMEs; `check` compares them with the style of the default language. */
  readonly texts?: readonly string[];
  /** The folder of components with translatable strings. */
  readonly sourceDir: string;
  /** The sidebars: their category labels are translated, and they order the messages of `status --todo`. */
  sidebars?: Readonly<Record<string, unknown>>;
}

const defaults: Content = {
  docsDir: 'docs',
  catalogueDir: 'i18n',
  defaultLocale: 'en',
  locales: ['en'],
  configFile: configFiles[0],
  beforeTranslation: [],
  interfaceMessages: {},
  sourceDir: 'src',
};

/**
 * Reads the definition of a site: the export `siteConfig` of its configuration, with defaults.
 *
 * @param root absolute path of the site
 */
export async function readContent(root: string): Promise<Content> {
  const configFile = configFiles.find((file) => existsSync(join(root, file)));
  if (configFile === undefined) return defaults;
  const loaded: unknown = await import(
    pathToFileURL(join(root, configFile)).href
  );
  const configured =
    hasConfig(loaded) && typeof loaded.siteConfig === 'object'
      ? loaded.siteConfig
      : {};
  return { ...defaults, ...configured, configFile };
}

function hasConfig(value: unknown): value is { siteConfig: Partial<Content> } {
  return typeof value === 'object' && value !== null && 'siteConfig' in value;
}
