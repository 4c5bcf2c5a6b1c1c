import type { Nodes, RootContent } from 'mdast';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { ParsedPage } from '../../core/page.ts';
import { isValue, valueName } from '../../core/value-reference.ts';
import { isComponent } from './attributes.ts';
import {
  type Bindings,
  bindingProblems,
  bindingsOf,
  isRecorded,
} from './bindings.ts';
import { checkBoundWords } from './bound-words.ts';
import { wordsOf } from './bound.ts';
import { knownBug } from './known-bug.ts';
import type { Label } from './labels.ts';
import { ChangedError, EvidenceError, type PageProblem } from '../problem.ts';
import { recordedFence } from './recorded-fence.ts';
import { numbersOf } from './numbers.ts';
import { shownValue, type ValueSources } from './value.ts';
import type { ExampleFiles } from './workaround.ts';
import { wrongOf } from './wrong.ts';

/** Draws what was recorded in place of a component. */
export type DrawComponent = (
  node: MdxJsxFlowElement,
  sources: Readonly<Required<Pick<Sources, 'evidence' | 'label' | 'locale'>>>,
) => RootContent;

/** The components that a site draws, by their names. */
export type DrawnComponents = Readonly<Record<string, DrawComponent>>;

/** Where measured values come from. */
export interface Sources extends ValueSources {
  readonly label: Label<string>;
  readonly components?: DrawnComponents | undefined;
  /** The language in which numbers are written; English if there is none. */
  readonly locale?: string;
  readonly files: ExampleFiles;
}

/**
 * Puts measured values into a tree: for each reference, component and fence of this package, what was recorded. The
 * definitions are removed.
 *
 * @param page its tree is changed
 * @param sources where the values come from
 * @returns a problem for each value that there is not; its node stays as it was
 */
export function replaceMeasured(
  { file, tree }: ParsedPage,
  sources: Sources,
): PageProblem[] {
  const bindings = bindingsOf(tree);
  const problems: PageProblem[] = bindingProblems(
    { file, tree },
    sources.evidence,
  );
  let line = 1;
  visit(tree, (node, index, parent) => {
    // A node that the translation made has no place of its own: the one before it is near.
    line = node.position?.start.line ?? line;
    try {
      const replacement = replacementOf(node, bindings, sources);
      if (!replacement || index === undefined || !parent) return undefined;
      // Only nodes of the same role replace another, which the types of a tree cannot say.
      (parent.children as RootContent[]).splice(index, 1, ...replacement);
      return index;
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
      problems.push({
        file,
        line,
        message: error.message,
        ...(error instanceof ChangedError &&
        (isComponent(node) || node.type === 'linkReference')
          ? { bound: { name: valueName(node), words: wordsOf(node) } }
          : {}),
      });
      return undefined;
    }
  });
  return problems;
}

function replacementOf(
  node: Nodes,
  bindings: Bindings,
  sources: Sources,
): RootContent[] | undefined {
  const { evidence, label, locale = 'en' } = sources;
  switch (node.type) {
    case 'code':
      return some(recordedFence(node, sources));
    case 'delete':
      for (const child of node.children) {
        const counterExample =
          isValue(child) && bindings.get(valueName(child) ?? '');
        if (counterExample) wrongOf(evidence, counterExample.of);
      }
      return undefined;
    case 'definition':
      return valueName(node) === undefined ? undefined : [];
    case 'linkReference': {
      const binding = bindings.get(valueName(node) ?? '');
      if (!binding || !isRecorded(binding, evidence)) return undefined;
      if (isValue(node)) {
        return [shownValue(binding, sources, numbersOf(locale))];
      }
      checkBoundWords(node, binding, sources);
      return node.children;
    }
    case 'mdxJsxTextElement':
      if (node.name !== 'KnownBug') return undefined;
      throw new EvidenceError(
        '<KnownBug> is a note of its own, not a part of a sentence. Put it, its words and its end on lines of their own.',
      );
    case 'mdxJsxFlowElement':
      return some(
        node.name === 'KnownBug'
          ? knownBug(node, sources)
          : sources.components?.[node.name ?? '']?.(node, {
              ...{ evidence, label, locale },
            }),
      );
    default:
      return undefined;
  }
}

function some(node: RootContent | undefined): RootContent[] | undefined {
  return node && [node];
}
