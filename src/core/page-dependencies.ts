import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { indexPage, type PageIndex } from './page-index.ts';

/** Adds a dependency of a page to a bundler: a file, or a folder, whose path ends with a slash. */
export type AddDependency = (path: string) => void;

/** Lists the dependencies of a page, as absolute paths; a folder ends with a slash. */
export type DependenciesOf = (page: PageIndex) => readonly string[];

/** Passes the dependencies of pages from the plugin that sees their trees to the loader that knows the bundler. */
export interface PageDependencies {
  /** Remark plugin; must be the first, since others replace the nodes that it reads. */
  readonly remark: () => (tree: Root, file: VFile) => void;
  /**
   * Called when a bundler starts to load a page.
   *
   * @param path absolute path of the page
   * @param add called for each dependency, immediately or once the page is parsed
   */
  readonly load: (path: string, add: AddDependency) => void;
}

/**
 * Connects plugin and loader. A build compiles a page once and passes the result to a second bundler, which may start to load the
 * page before or after its tree is parsed; both get the same dependencies, even if the compilation fails later.
 *
 * @param dependenciesOf lists the dependencies of a page
 */
export function pageDependencies(
  dependenciesOf: DependenciesOf,
): PageDependencies {
  const known = new Map<string, readonly string[]>();
  const waiting = new Map<string, AddDependency[]>();
  return {
    remark: function remarkDependencies() {
      return (tree, file) => {
        const paths = [...new Set(dependenciesOf(indexPage(tree)))];
        known.set(file.path, paths);
        for (const add of waiting.get(file.path) ?? []) paths.forEach(add);
        waiting.delete(file.path);
      };
    },
    load: (path, add) => {
      waiting.set(path, [...(waiting.get(path) ?? []), add]);
      known.get(path)?.forEach(add);
    },
  };
}
