import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isValue, valueName } from '../../core/value-reference.ts';
import { type Bindings, bindingsOf } from '../bind/bindings.ts';
import { factOf, parseReference } from '../record/fact.ts';
import { EvidenceError, type LineProblem } from '../problem.ts';
import type { EvidenceStore } from '../record/store.ts';
import { wrongOf } from '../bind/wrong.ts';

/**
 * Finds the URLs that a page states although no server answers there, in a sentence that rests on nothing which shows
 * that.
 *
 * @param tree the page as it was parsed
 * @param evidence what was measured
 * @returns a problem for each such URL without words or a value bound to its outcome in the same paragraph or row
 */
export function deadUrlProblems(
  tree: Root,
  evidence: EvidenceStore,
): LineProblem[] {
  const problems: LineProblem[] = [];
  const bindings = bindingsOf(tree);
  visit(tree, (node) => {
    if (
      node.type !== 'paragraph' &&
      node.type !== 'heading' &&
      node.type !== 'tableRow'
    ) {
      return undefined;
    }
    const stated = statedIn(node, bindings);
    for (const one of stated) {
      const message = statedProblem(one, stated, evidence);
      if (message !== undefined) problems.push({ line: one.line, message });
    }
    return SKIP;
  });
  return problems;
}

function statedProblem(
  { of, isClaim }: Stated,
  stated: readonly Stated[],
  evidence: EvidenceStore,
): string | undefined {
  if (!isClaim || !isDead(of, evidence)) return undefined;
  const route = routeOf(of);
  const isExplained = stated.some(
    (other) =>
      other.of !== of &&
      other.of.startsWith(`${route}.`) &&
      !/\.(?:url|file)$/.test(other.of),
  );
  return isExplained
    ? undefined
    : `no server answers at "${String(factOf(evidence, of))}", which this sentence states as a fact. Strike it through, ~~[=name]~~, or bind words to what happens there: [words][=name] with a value under ${route}.`;
}

interface Stated {
  readonly of: string;
  /** Whether it is stated as a fact: neither bound words nor a counter-example, `~~[=name]~~`. */
  readonly isClaim: boolean;
  readonly line: number;
}

function statedIn(block: Nodes, bindings: Bindings): Stated[] {
  if (!('children' in block)) return [];
  return block.children.flatMap((node: Nodes) => {
    const binding = bindings.get(valueName(node) ?? '');
    return binding
      ? [
          {
            of: binding.of,
            isClaim: isValue(node) && block.type !== 'delete',
            line: node.position?.start.line ?? 1,
          },
        ]
      : statedIn(node, bindings);
  });
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
