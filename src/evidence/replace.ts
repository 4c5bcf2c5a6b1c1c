import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { attributesOf, type Component, isComponent } from './attributes.ts';
import { wordsOf } from './bound.ts';
import { factOf } from './fact.ts';
import { knownBug } from './known-bug.ts';
import type { Label } from './labels.ts';
import { layoutsShown } from './layouts.ts';
import { loadShown } from './load.ts';
import { ChangedError, EvidenceError, type Problem } from './problem.ts';
import { proven } from './proven.ts';
import type { EvidenceStore } from './store.ts';
import { recordedFence } from './recorded-fence.ts';
import { type Lockfile, versionOf } from './version.ts';
import type { ExampleFiles } from './workaround.ts';
import { wrongOf } from './wrong.ts';

/** Where measured values come from. */
export interface Sources {
  readonly evidence: EvidenceStore;
  readonly lockfile: Lockfile;
  readonly label: Label;
  /** The language in which numbers are written; English if there is none. */
  readonly locale?: string;
  readonly files: ExampleFiles;
}

/** Where the nodes of a tree are in their file. */
export interface TreePlace {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Lines of the file before the text that was parsed. */
  readonly linesBefore: number;
}

/**
 * Puts measured values into a tree: for each component and each fence of this room, what was recorded.
 *
 * @param tree the page; it is changed
 * @param place of the tree, for messages
 * @param sources where the values come from
 * @returns a problem for each value that there is not; its node stays as it was
 */
export function replaceMeasured(
  tree: Root,
  place: TreePlace,
  sources: Sources,
): Problem[] {
  const problems: Problem[] = [];
  let line = 1;
  visit(tree, (node, index, parent) => {
    // A node that the translation made has no place of its own: the one before it is near.
    line = node.position?.start.line ?? line;
    try {
      const replacement = replacementOf(node, sources);
      if (!replacement || index === undefined || !parent) return undefined;
      // Only a node of the same role replaces another, which the types of a tree cannot say.
      (parent.children as RootContent[])[index] = replacement;
      // The words that a value proves may hold values of their own.
      return index;
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
      problems.push({
        file: place.file,
        line: line + place.linesBefore,
        message: error.message,
        ...(error instanceof ChangedError && isComponent(node)
          ? {
              bound: {
                component: node.name ?? '',
                of: error.of,
                words: wordsOf(node),
              },
            }
          : {}),
      });
      return undefined;
    }
  });
  return problems;
}

function replacementOf(node: Nodes, sources: Sources): RootContent | undefined {
  if (node.type === 'code') return recordedFence(node, sources);
  if (node.type === 'mdxJsxTextElement') {
    return node.name === 'Proven'
      ? proven(node, sources.evidence)
      : measured(node, sources);
  }
  if (node.type === 'mdxJsxFlowElement') {
    if (node.name === 'Proven') return proven(node, sources.evidence);
    if (node.name === 'KnownBug') return knownBug(node, sources);
    const layouts = layoutsShown(node, sources.evidence, sources.label);
    if (layouts) return layouts;
    const load = loadShown(
      ...([node, sources.evidence, sources.label] as const),
      sources.locale ?? 'en',
    );
    if (load) return load;
    const child = measured(node, sources);
    return child && { type: 'paragraph', children: [child] };
  }
  return undefined;
}

function measured(
  node: Component,
  { evidence, lockfile }: Sources,
): PhrasingContent | undefined {
  switch (node.name) {
    case 'Fact': {
      const { of, has } = attributesOf(node, ['of', 'plain']);
      const value = String(factOf(evidence, of));
      return has('plain')
        ? { type: 'text', value }
        : { type: 'inlineCode', value };
    }
    case 'Version': {
      const { of } = attributesOf(node, ['of']);
      return { type: 'text', value: versionOf(lockfile, of) };
    }
    case 'Wrong': {
      const { of } = attributesOf(node, ['of']);
      return {
        type: 'inlineCode',
        value: wrongOf(evidence, of),
        data: { hProperties: { className: ['wrong'] } },
      };
    }
    case 'KnownBug':
      throw new EvidenceError(
        '<KnownBug> is a note of its own, not a part of a sentence. Put it, its words and its end on lines of their own.',
      );
    default:
      return undefined;
  }
}
