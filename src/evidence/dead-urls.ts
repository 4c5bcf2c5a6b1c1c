import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isComponent } from './attributes.ts';
import { factOf, parseReference } from './fact.ts';
import { EvidenceError } from './problem.ts';
import type { ProseProblem } from './prose.ts';
import type { EvidenceStore } from './store.ts';
import { wrongOf } from './wrong.ts';

/**
 * Finds the URLs that a page states although no server answers there, in a sentence that rests on nothing which says so.
 *
 * @param tree the page as it was parsed
 * @param evidence what was measured
 * @returns a problem for each `<Fact>` of such a URL without a `<Proven>` or a `<Fact>` of its outcome in the same
 *   paragraph or row
 */
export function deadUrlProblems(
  tree: Root,
  evidence: EvidenceStore,
): ProseProblem[] {
  const problems: ProseProblem[] = [];
  visit(tree, (node) => {
    if (
      node.type !== 'paragraph' &&
      node.type !== 'heading' &&
      node.type !== 'tableRow'
    ) {
      return undefined;
    }
    const stated = statedIn(node);
    for (const { name, of, line } of stated) {
      if (name !== 'Fact' || !isDead(of, evidence)) continue;
      const route = routeOf(of);
      const says = stated.some(
        (other) =>
          other.of !== of &&
          other.of.startsWith(`${route}.`) &&
          !/\.(?:url|file)$/.test(other.of),
      );
      if (says) continue;
      const url = String(factOf(evidence, of));
      problems.push({
        line,
        message: `no server answers at "${url}", which this sentence states as a fact. Write <Wrong of="${of}" />, or bind words to what happens there with <Proven of="${route}.…" is="…">.`,
      });
    }
    return SKIP;
  });
  return problems;
}

interface Stated {
  readonly name: string;
  readonly of: string;
  readonly line: number;
}

function statedIn(block: Nodes): Stated[] {
  const stated: Stated[] = [];
  visit(block, (node) => {
    if (!isComponent(node)) return;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'of') {
        continue;
      }
      if (typeof attribute.value !== 'string') continue;
      stated.push({
        name: node.name ?? '',
        of: attribute.value,
        line: node.position?.start.line ?? 1,
      });
    }
  });
  return stated;
}

/** A URL of a route, or one at which a socket of a layout was silent. */
const URL = /^(.+)\.url$|^(served\.[^.]+)\.[^.]+\.silent\.\d+$/;

function routeOf(of: string): string {
  const [name = '', path = ''] = of.split('#');
  const [, route, form] = URL.exec(path) ?? [];
  return `${name}#${route ?? form ?? path}`;
}

function isDead(of: string, evidence: EvidenceStore): boolean {
  try {
    const { name, path } = parseReference(of);
    const { record } = evidence.file(name);
    const isRoute = record.kind === 'routes' && path.endsWith('.url');
    const isSilent = record.kind === 'values' && record.named === 'layout';
    if (!URL.test(path) || !(isRoute || isSilent)) return false;
    wrongOf(evidence, of);
    return true;
  } catch (error) {
    // What is no counter-example answers; what cannot be read is a problem of its own.
    if (error instanceof EvidenceError) return false;
    throw error;
  }
}
