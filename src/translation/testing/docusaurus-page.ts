import { createRequire } from 'node:module';

import { createProcessorUncached } from '@docusaurus/mdx-loader/lib/processor.js';
import {
  DEFAULT_PARSE_FRONT_MATTER,
  unwrapMdxCodeBlocks,
} from '@docusaurus/utils';
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

/** The package comes without types. */
function loadRenderer(): Renderer {
  const loaded: unknown = createRequire(import.meta.url)('react-dom/server');
  if (!isRenderer(loaded)) throw new Error('react-dom/server renders nothing');
  return loaded;
}

const renderer = loadRenderer();

type Props = Record<string, unknown> & { children?: ReactNode };

/** A component of the site, as plain HTML that shows what it was given. */
function siteElement(name: string): ComponentType<Props> {
  return ({ children, ...rest }) =>
    createElement('site-element', { name, ...rest }, children);
}

const componentNames = [
  'Details',
  'Fact',
  'Head',
  'Proven',
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

/** A page as a reader gets it. */
export interface RenderedPage {
  html: string;
  /** What the page exports as its table of contents. */
  contents: unknown;
}

/** How a page is compiled. */
export interface PageOptions {
  /** The plugins in `beforeDefaultRemarkPlugins`. */
  plugins: PluggableList;
  /** Absolute path that plugins see. */
  path?: string;
  /** Compiled pages that this one can import, by the specifier as written. */
  partials?: Readonly<Record<string, Compiled>>;
}

/** What a compiled page exports. */
export interface Compiled {
  default: ComponentType<Props>;
  toc: unknown;
}

/**
 * Compiles a page with Docusaurus' own loader, set as in this site, up to a component.
 *
 * @param source - The page without front matter.
 * @param options - The plugins that run on it.
 * @returns What the compiled page exports.
 * @throws If the page is not valid.
 */
export async function compilePage(
  source: string,
  { plugins, path = '/site/docs/page.mdx', partials = {} }: PageOptions,
): Promise<Compiled> {
  const processor = await createProcessorUncached({
    format: 'mdx',
    options: {
      beforeDefaultRemarkPlugins: plugins,
      // Instead of a module: a body that this process can run.
      outputFormat: 'function-body',
      admonitions: true,
      staticDirs: [],
      siteDir: '/site',
      markdownConfig: {
        format: 'mdx',
        mermaid: false,
        emoji: true,
        mdx1Compat: { comments: false, admonitions: false, headingIds: false },
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
    // The loader does so before it parses.
    content: unwrapMdxCodeBlocks(source),
    filePath: path,
    frontMatter: {},
    // The other compiler also warns of directives that nothing uses.
    compilerName: 'server',
  });
  const code = content.replaceAll(
    /import\((?:_resolveDynamicMdxSpecifier\()?((?:"[^"]*"|'[^']*'))\)+/g,
    'arguments[0].imports($1)',
  );
  // A component that no partial is: one of the theme.
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
 * Renders a page with Docusaurus' own loader.
 *
 * @param source - The page without front matter.
 * @param options - The plugins that run on it.
 * @returns Its HTML, in which a component of the site is a `site-element`, and its table of contents.
 * @throws If the page is not valid.
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
