import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { componentNames } from '../../src/examples/element.ts';
import { readExample } from '../../src/examples/files.ts';
import { archivePath } from '../../src/examples/index.ts';
import { catalogueOf } from '../../src/translation/layout.ts';
import { pageFiles } from '../../src/translation/pages.ts';

/** Where the page of an example takes from. */
export interface ExampleSources {
  readonly root: string;
  readonly docsDir: string;
  readonly catalogueDir: string;
  readonly examplesDir: string;
  readonly lockfile: string;
  readonly locale: string;
  /** Where the downloads lie. */
  readonly downloads: string;
}

/**
 * What the page of an example is made from: the example, all pages, and the titles in the page's language of those that show
 * its files. It is made again when one of them changes.
 *
 * @param source the MDX of a page
 * @param places where all of it lies
 * @returns absolute paths; none for any other page
 */
export function examplePageSources(
  source: string,
  places: ExampleSources,
): string[] {
  const part = new RegExp(`<(?:${componentNames.join('|')})\\s+of="([\\w-]+)"`);
  const example = part.exec(source)?.[1];
  if (example === undefined) return [];
  const { root, examplesDir, locale } = places;
  const guide = pageFiles(root, places.docsDir);
  return [
    ...readExample(examplesDir, example).map(({ path }) =>
      join(examplesDir, example, path),
    ),
    // It changes when a file comes or goes.
    join(places.downloads, archivePath(example, 'zip')),
    places.lockfile,
    ...guide.map((file) => join(root, file)),
    ...guide
      .filter((file) => names(join(root, file), example))
      .flatMap((file) => {
        const catalogue = catalogueOf(places, locale, file);
        return catalogue === undefined ? [] : [join(root, catalogue)];
      }),
  ].filter((file) => existsSync(file));
}

/** Whether a page may show something of an example. */
function names(page: string, example: string): boolean {
  return readFileSync(page, 'utf8').includes(`${example}/`);
}
