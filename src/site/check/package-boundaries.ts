import { posix } from 'node:path';
import { escapeRegExp } from '../../core/text.ts';

/** A source file of a package in `src/`. */
export interface PackageFile {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** Names that only this site uses. */
export interface SiteNames {
  /** All example apps. */
  readonly examples: readonly string[];
  /** Title, package name and domain of the site. */
  readonly site: readonly string[];
}

/**
 * Finds imports from other packages and names of this site, so that every package works in another site.
 *
 * @param name of the package
 * @param file a source file, no test and no fixture
 * @returns a line for each problem
 */
export function boundaryProblems(
  name: string,
  { path, text }: PackageFile,
  { examples, site }: SiteNames,
): string[] {
  const siteName = new RegExp(
    [
      ...site.map(escapeRegExp),
      // Only at the start of a path: some names are words of their own.
      `(?<![\\w/@-])(?:examples/)?(?:${examples.map(escapeRegExp).join('|')})/\\w`,
    ].join('|'),
    'i',
  );
  return text.split('\n').flatMap((line, index) => {
    const location = `${path}:${index + 1}:`;
    const specifier = /from '(\.[^']+)'/.exec(line)?.[1];
    const target = specifier && posix.join(posix.dirname(path), specifier);
    const isAllowed =
      target === undefined ||
      target.startsWith(`src/${name}/`) ||
      target.startsWith('src/core/');
    const found = /^\s*import .* from '/.test(line)
      ? undefined
      : siteName.exec(line)?.[0];
    return [
      ...(isAllowed
        ? []
        : [
            `${location} ${target} is outside of the package ${name}; a package imports its own files and src/core. Take it as an option that docusaurus.config.ts passes.`,
          ]),
      ...(found === undefined
        ? []
        : [
            `${location} "${found}" belongs to this site; the package ${name} has to work in another one. Take it as an option, or use a generic example.`,
          ]),
    ];
  });
}
