import type { Plugin } from '@docusaurus/types';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type DependenciesOf,
  pageDependencies,
} from '../../core/page-dependencies.ts';
import type { PageIndex } from '../../core/page-index.ts';
import { evidenceDependencies } from '../../evidence/bind/named.ts';
import { openEvidence } from '../../evidence/record/store.ts';
import { componentNames } from '../../examples/element.ts';
import { readExample } from '../../examples/files.ts';
import { archivePath } from '../../examples/index.ts';
import { measuredComponents } from '../measured/index.ts';
import { playgroundDependencies } from '../../playground/build/handler.ts';
import { snippetDependencies } from '../../snippets/coverage.ts';
import { catalogueOf } from '../../translation/catalogue/catalogue-files.ts';
import { pageFiles } from '../../translation/page/pages.ts';

/**
 * Lists the files of examples that a page shows, as absolute paths.
 *
 * @param examplesDir absolute path
 */
export function exampleDependencies(examplesDir: string): DependenciesOf {
  return (page) =>
    [
      ...snippetDependencies(page),
      ...evidenceDependencies(
        page,
        openEvidence(examplesDir).names,
        Object.keys(measuredComponents),
      ),
      ...playgroundDependencies(page, examplesDir),
    ].map((path) => join(examplesDir, path));
}

/**
 * Adds the sources of pages to the bundler's dependencies, which the development server watches and its disk cache compares.
 *
 * @param docs absolute path of the pages
 * @returns the remark plugin, which has to be the first, and the Docusaurus plugin
 */
export function watchDependencies(
  docs: string,
  dependenciesOf: DependenciesOf,
) {
  const { remark, load } = pageDependencies(dependenciesOf);
  const loader = fileURLToPath(
    new URL('../../core/dependency-loader.cjs', import.meta.url),
  );
  const plugin = (): Plugin => ({
    name: 'page-dependencies',
    configureWebpack: () => ({
      module: {
        rules: [
          {
            test: /\.mdx?$/,
            include: docs,
            enforce: 'pre',
            use: [{ loader, options: { load } }],
          },
        ],
      },
    }),
  });
  return { remark, plugin };
}

/** Locations of the sources of an example's page. */
export interface ExampleSources {
  readonly root: string;
  readonly docsDir: string;
  readonly catalogueDir: string;
  readonly examplesDir: string;
  readonly lockfile: string;
  readonly locale: string;
  /** Folder of the archives. */
  readonly downloads: string;
}

/**
 * Lists the sources of the components that show an example: its files and, on its page, all pages and the catalogues of those that may
 * show its files.
 *
 * @returns absolute paths; none for pages without these components
 */
export function examplePageSources(
  page: PageIndex,
  paths: ExampleSources,
): string[] {
  const { root, examplesDir, locale } = paths;
  const parts = new Set<string | undefined>(componentNames);
  const elements = page.elements.filter(({ name }) => parts.has(name));
  const examples = new Set(
    elements.flatMap(({ texts }) => texts.get('of') ?? []),
  );
  const files = [...examples].flatMap((example) =>
    filesOf(examplesDir, example),
  );
  // The other components are on the page of an example only.
  if (elements.every(({ name }) => name === 'ExampleFiles')) return files;
  const guide = pageFiles(root, paths.docsDir);
  return [
    ...files,
    // Change with added and deleted files.
    ...[...examples].map((example) =>
      join(paths.downloads, archivePath(example, 'zip')),
    ),
    paths.lockfile,
    ...guide.map((file) => join(root, file)),
    // Headings of pages that show the example may contain recorded values.
    ...openEvidence(examplesDir).names.map((name) =>
      join(examplesDir, `${name.replace('/', '/evidence/')}.json`),
    ),
    ...guide
      .filter((file) => mentions(join(root, file), examples))
      .flatMap((file) => {
        const catalogue = catalogueOf(paths, locale, file);
        return catalogue === undefined ? [] : [join(root, catalogue)];
      }),
  ].filter((file) => existsSync(file));
}

/** Ignores unknown examples, which the check reports. */
function filesOf(examplesDir: string, example: string): string[] {
  const folder = join(examplesDir, example);
  return existsSync(folder)
    ? readExample(examplesDir, example).map(({ path }) => join(folder, path))
    : [];
}

/** Whether a page may show one of the examples. */
function mentions(page: string, examples: ReadonlySet<string>): boolean {
  const text = readFileSync(page, 'utf8');
  return [...examples].some((example) => text.includes(`${example}/`));
}
