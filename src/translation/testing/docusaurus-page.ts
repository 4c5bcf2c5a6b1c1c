import { createRequire } from 'node:module';

import { createProcessorUncached } from '@docusaurus/mdx-loader/lib/processor.js';
import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';
import { run } from '@mdx-js/mdx';
import {
  createElement,
  type ComponentType,
  Fragment,
  type ReactElement,
  type ReactNode,
} from 'react';
import * as runtime from 'react/jsx-runtime';
import type { PluggableList } from 'unified';

import {
  formatOf,
  type MarkdownSyntax,
  preprocess,
} from '../page/markdown-syntax.ts';

/** Without Docusaurus' preprocessing, as with `future.v4`. */
export const strictSyntax: MarkdownSyntax = {
  mdx1Compat: { comments: false, admonitions: false, headingIds: false },
};

interface Renderer {
  renderToStaticMarkup: (element: ReactElement) => string;
}

function isRenderer(value: unknown): value is Renderer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'renderToStaticMarkup' in value
  );
}

/** The package has no types. */
function loadRenderer(): Renderer {
  const loaded: unknown = createRequire(import.meta.url)('react-dom/server');
  if (!isRenderer(loaded)) throw new Error('react-dom/server renders nothing');
  return loaded;
}

const renderer = loadRenderer();

type Props = Record<string, unknown> & { children?: ReactNode };

/** Creates a component of the site that renders its props as plain HTML. */
function siteElement(name: string): ComponentType<Props> {
  return ({ children, ...rest }) =>
    createElement('site-element', { name, ...rest }, children);
}

const componentNames = [
  'Details',
  'Badge',
  'Head',
  'Quote',
  'Tab',
  'TabItem',
  'Tabs',
  'Term',
  'mdxAdmonitionTitle',
];

const components = {
  ...Object.fromEntries(
    componentNames.map((name) => [name, siteElement(name)]),
  ),
  Card: Object.assign(siteElement('Card'), { Body: siteElement('Card.Body') }),
};

/** A rendered page. */
export interface RenderedPage {
  html: string;
  /** The exported table of contents. */
  contents: unknown;
}

/** Options of a page's compilation. */
export interface PageOptions {
  /** Plugins in `beforeDefaultRemarkPlugins`. */
  plugins: PluggableList;
  /** Absolute path for plugins. */
  path?: string;
  /** Compiled pages that this one can import, by specifier. */
  partials?: Readonly<Record<string, Compiled>>;
  /** Markdown settings; default: those of this site. */
  syntax?: MarkdownSyntax;
}

/** Exports of a compiled page. */
export interface Compiled {
  default: ComponentType<Props>;
  toc: unknown;
}

/**
 * Compiles a page with Docusaurus' loader, configured as in this site.
 *
 * @param source the page without front matter
 * @throws if the page isn't valid
 */
export async function compilePage(
  source: string,
  {
    plugins,
    path = '/site/docs/page.mdx',
    partials = {},
    syntax = strictSyntax,
  }: PageOptions,
): Promise<Compiled> {
  const processor = await createProcessorUncached({
    format: formatOf(path, {}, syntax),
    options: {
      beforeDefaultRemarkPlugins: plugins,
      // A function body that runs in this process, instead of a module.
      outputFormat: 'function-body',
      admonitions: true,
      staticDirs: [],
      siteDir: '/site',
      markdownConfig: {
        format: 'mdx',
        mermaid: false,
        emoji: true,
        mdx1Compat: { comments: true, ...syntax.mdx1Compat },
        anchors: { maintainCase: false },
        remarkRehypeOptions: {},
        parseFrontMatter: DEFAULT_PARSE_FRONT_MATTER,
        hooks: {
          onBrokenMarkdownLinks: 'throw',
          onBrokenMarkdownImages: 'throw',
        },
      },
    } as unknown as Parameters<typeof createProcessorUncached>[0]['options'],
  });
  const { content } = await processor.process({
    // Like the loader.
    content: preprocess(path, source, syntax),
    filePath: path,
    frontMatter: {},
    // The client compiler also warns about unused directives.
    compilerName: 'server',
  });
  const code = content.replaceAll(
    /import\((?:_resolveDynamicMdxSpecifier\()?((?:"[^"]*"|'[^']*'))\)+/g,
    'arguments[0].imports($1)',
  );
  // Other imports are theme components.
  const imports = (specifier: string): Compiled =>
    partials[specifier] ?? { default: siteElement(specifier), toc: [] };
  const options = {
    ...runtime,
    baseUrl: import.meta.url,
    useMDXComponents: () => components,
    imports,
  };
  const compiled = await run(code, options);
  return { default: compiled.default, toc: compiled['toc'] };
}

/**
 * Renders a page with Docusaurus' loader.
 *
 * @param source the page without front matter
 * @returns its HTML, in which components of the site are `site-element`s, and its table of contents
 * @throws if the page isn't valid
 */
export async function renderPage(
  source: string,
  options: PageOptions,
): Promise<RenderedPage> {
  const { default: Page, toc } = await compilePage(source, options);
  const html = renderer.renderToStaticMarkup(
    createElement(Fragment, null, createElement(Page)),
  );
  return { html, contents: toc };
}
