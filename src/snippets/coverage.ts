import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { FenceError, parseFence } from './fence.ts';
import { type Problem, ProblemError } from './problem.ts';
import { parseRegions } from './regions.ts';

/** A page as it was parsed, before any plugin changed it. */
export interface ParsedPage {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly tree: Root;
  /** Lines of the file before the parsed text; 0 if the front matter was parsed too. */
  readonly linesBefore?: number;
}

/** A file of an example. */
export interface ExampleFile {
  /** Path from examples/. */
  readonly path: string;
  readonly text: string;
}

/** Where something is written in a page. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What the fences of all pages show, and what they leave out. */
export interface Coverage {
  /** Broken regions, regions that no page shows, or no fence in any page. */
  readonly problems: readonly Problem[];
  /** Paths, from examples/, of files that no page shows. */
  readonly unshown: readonly string[];
  /** Every file that a fence shows, as often as one does. */
  readonly uses: readonly (Place & { readonly path: string })[];
  /** Every command of the console fences. */
  readonly commands: readonly (Place & { readonly command: string })[];
  /** Every fence with a text of its own. */
  readonly illustrative: readonly (Place & { readonly why: string })[];
  /** How many fences there are. */
  readonly fences: number;
}

/**
 * Compares what the pages show with what there is to be shown. Fences that are wrong in themselves are
 * left to the plugin.
 *
 * @param pages all pages
 * @param files all files of the examples
 * @param elsewhere keys of the dispositions that another plugin fills
 * @returns the problems and the lists for the report
 */
export function coverageOf(
  pages: readonly ParsedPage[],
  files: readonly ExampleFile[],
  elsewhere: readonly string[],
): Coverage {
  const shown = new Set<string>();
  const uses: (Place & { path: string })[] = [];
  const commands: (Place & { command: string })[] = [];
  const illustrative: (Place & { why: string })[] = [];
  let fences = 0;

  for (const { file, tree, linesBefore = 0 } of pages) {
    visit(tree, 'code', (node) => {
      fences++;
      const line = (node.position?.start.line ?? 1) + linesBefore;
      const fence = fenceOrNone(node, elsewhere);
      if (fence?.disposition === 'file') {
        for (const path of [fence.path, fence.before]) {
          if (path === undefined) continue;
          shown.add(path);
          uses.push({ file, line, path });
        }
        if (fence.region !== undefined) {
          shown.add(`${fence.path}#${fence.region}`);
        }
      } else if (fence?.disposition === 'console') {
        const own = fence.commands.map((command) => ({ file, line, command }));
        commands.push(...own);
      } else if (fence?.disposition === 'illustrative') {
        illustrative.push({ file, line, why: fence.why });
      }
    });
  }

  const problems = files.flatMap(({ path, text }) =>
    unusedRegions(path, text, shown),
  );
  if (fences === 0) {
    problems.unshift({
      file: 'docs',
      line: 1,
      message: `no fence in ${pages.length} pages; either none was read or none shows code. Check where the pages are.`,
    });
  }
  return {
    problems,
    unshown: files.map(({ path }) => path).filter((path) => !shown.has(path)),
    uses,
    commands,
    illustrative,
    fences,
  };
}

function fenceOrNone(
  node: Parameters<typeof parseFence>[0],
  elsewhere: readonly string[],
) {
  try {
    return parseFence(node, elsewhere);
  } catch (error) {
    if (error instanceof FenceError) return undefined;
    throw error;
  }
}

function unusedRegions(
  path: string,
  text: string,
  shown: ReadonlySet<string>,
): Problem[] {
  const file = `examples/${path}`;
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
