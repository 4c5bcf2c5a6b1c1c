import { basename } from 'node:path';
import { type PageIndex, indexPage } from '../core/page-index.ts';
import type { ParsedPage } from '../core/page.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import {
  type Fence,
  FenceError,
  type FenceOptions,
  type FenceSource,
  parseFence,
} from './fence.ts';
import { parseRegions } from './regions.ts';

/** A file of an example. */
export interface ExampleFile {
  /** Path from the folder of the examples. */
  readonly path: string;
  readonly text: string;
}

/** A position in a page. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** The content of all fences, and what no fence shows. */
export interface Coverage {
  /** Broken regions, regions that no page shows, and pages without any fence. */
  readonly problems: readonly Problem[];
  /** Paths of files that no page shows. */
  readonly unshown: readonly string[];
  /** The file of each fence that shows one. */
  readonly uses: readonly (Place & { readonly path: string })[];
  readonly commands: readonly (Place & { readonly command: string })[];
  readonly illustrative: readonly (Place & { readonly why: string })[];
  /** Number of fences. */
  readonly fences: number;
}

/**
 * Compares the fences of all pages with the files of all examples. Invalid fences are ignored: the plugin reports them.
 *
 * @param files all files of the examples
 */
export function coverageOf(
  pages: readonly ParsedPage[],
  files: readonly ExampleFile[],
  options: FenceOptions & { readonly examplesDir: string },
): Coverage {
  const fences = pages.flatMap(({ file, tree }) =>
    indexPage(tree).fences.map(({ node, line }) => ({
      place: { file, line },
      fence: validFence(node, options),
    })),
  );
  const shown = new Set<string>();
  const uses: (Place & { path: string })[] = [];
  const commands: (Place & { command: string })[] = [];
  const illustrative: (Place & { why: string })[] = [];
  for (const { place, fence } of fences) {
    if (fence?.kind === 'file') {
      for (const path of [fence.path, fence.before]) {
        if (path !== undefined) uses.push({ ...place, path });
      }
      if (fence.region !== undefined) {
        shown.add(`${fence.path}#${fence.region}`);
      }
    } else if (fence?.kind === 'console') {
      commands.push(
        ...fence.commands.map((command) => ({ ...place, command })),
      );
    } else if (fence?.kind === 'illustrative') {
      illustrative.push({ ...place, why: fence.why });
    }
  }
  const folder = basename(options.examplesDir);
  const problems = files.flatMap((file) => unshownRegions(file, folder, shown));
  if (fences.length === 0) {
    problems.unshift({
      file: 'docs',
      line: 1,
      message: `no fence in ${pages.length} pages. Check where the pages are.`,
    });
  }
  const usedPaths = new Set(uses.map(({ path }) => path));
  return {
    problems,
    unshown: files
      .map(({ path }) => path)
      .filter((path) => !usedPaths.has(path)),
    uses,
    commands,
    illustrative,
    fences: fences.length,
  };
}

/** Parses a fence; returns undefined if it is invalid. */
export function validFence(
  node: FenceSource,
  options: FenceOptions,
): Fence | undefined {
  try {
    return parseFence(node, options);
  } catch (error) {
    if (error instanceof FenceError) return undefined;
    throw error;
  }
}

/** Lists the paths of all files that the fences of a page name, whether they exist or not. */
export function snippetDependencies({ fences }: PageIndex): string[] {
  return fences.flatMap(({ values }) =>
    [values.get('file'), values.get('before')].flatMap((value) => {
      const [path = ''] = value?.split('#') ?? [];
      return path === '' ? [] : [path];
    }),
  );
}

function unshownRegions(
  { path, text }: ExampleFile,
  folder: string,
  shown: ReadonlySet<string>,
): Problem[] {
  const file = `${folder}/${path}`;
  try {
    const { regions } = parseRegions(file, text);
    return [...regions.values()]
      .filter(({ name }) => !shown.has(`${path}#${name}`))
      .map(({ name, fromLine }) => ({
        file,
        line: fromLine - 1,
        message: `no page shows region "${name}". Show it with file=${path}#${name}, or delete its two markers.`,
      }));
  } catch (error) {
    if (error instanceof ProblemError) return [error.problem];
    throw error;
  }
}
