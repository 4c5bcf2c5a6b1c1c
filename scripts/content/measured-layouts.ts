import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { isComponent } from '../../src/evidence/attributes.ts';
import { evidenceNamedIn } from '../../src/evidence/named.ts';
import type { Problem } from '../../src/evidence/problem.ts';
import type { ParsedPage } from '../../src/snippets/coverage.ts';

/** Which layouts an example measures, and when. */
export interface MeasuredLayouts {
  /** The name of the example. */
  readonly example: string;
  /** Names that every run of its tests measures. */
  readonly always: readonly string[];
  /** The file that lists them, from the root of the repository. */
  readonly listedIn: string;
}

/**
 * Checks that what a page says of one layout is measured on every run, not only by the slow one.
 *
 * @param pages as their authors wrote them
 * @param measured which layouts the example measures
 * @returns a problem for each component or fence that names a record which usual runs leave out
 */
export function unmeasuredLayoutProblems(
  pages: readonly ParsedPage[],
  { example, always, listedIn }: MeasuredLayouts,
): Problem[] {
  const problems: Problem[] = [];
  for (const { file, tree, linesBefore = 0 } of pages) {
    visit(tree, (node) => {
      for (const name of namesIn(node)) {
        const [owner, layout] = name.split('/');
        if (owner !== example || layout === undefined) continue;
        if (always.includes(layout)) continue;
        problems.push({
          file,
          line: (node.position?.start.line ?? 1) + linesBefore,
          message: `this rests on the layout "${layout}", which npm test does not measure; it measures ${always.map((one) => `"${one}"`).join(', ')}. Add it to ${listedIn}.`,
        });
      }
    });
  }
  return problems;
}

/** The evidence that a node itself names, not what stands inside it. */
function namesIn(node: Nodes): string[] {
  if (node.type === 'code') {
    return evidenceNamedIn({ type: 'root', children: [node] });
  }
  if (!isComponent(node)) return [];
  const alone = { ...node, children: [] };
  return evidenceNamedIn({ type: 'root', children: [alone] });
}
