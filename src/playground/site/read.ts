import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { Recording } from '../replay/recording.ts';
import type { Preset } from './data.ts';
import { type Handler, readHandler } from './handler.ts';
import { type Asked, askedOf } from './playground-node.ts';
import { presetsOf } from './presets.ts';
import { PlaygroundError } from './problem.ts';
import { recordingsOf } from './recordings.ts';
import { requestsOf } from './requests.ts';

/** What a page asks for, and what was found for it. */
export interface ReadPlayground {
  readonly asked: Asked;
  readonly handler: Handler;
  /** What stands in the URL box at first. */
  readonly url: string;
  readonly recordings: readonly Recording[];
  readonly presets: readonly Preset[];
}

/** A `<Playground>`, and the list in which it stands. */
export interface FoundPlayground {
  readonly node: MdxJsxFlowElement;
  readonly siblings: RootContent[];
}

/** A mistake of a page, at its line in the tree. */
export interface PlaygroundMistake {
  readonly line: number;
  /** What is wrong; what there is instead. What to do. */
  readonly message: string;
}

/** The playgrounds of a page. */
export function playgroundsIn(tree: Root): FoundPlayground[] {
  const found: FoundPlayground[] = [];
  visit(tree, (node, _index, parent) => {
    if (!isPlayground(node) || !parent) return;
    // Only a node of the same role replaces another, which the types of a tree cannot say.
    found.push({ node, siblings: parent.children as RootContent[] });
  });
  return found;
}

/**
 * Reads what a playground is made of.
 *
 * @param node as the page has it
 * @param examplesDir the folder of the examples
 * @throws PlaygroundError when there is no such handler or evidence, or it cannot run in a browser
 */
export function readPlayground(
  node: MdxJsxFlowElement,
  examplesDir: string,
): ReadPlayground {
  const asked = askedOf(node);
  const { of, send, ask, url } = asked;
  const handler = readHandler(examplesDir, of);
  const { route, kind } = handler;
  const recordings = recordingsOf(examplesDir, send, kind);
  if (url === undefined && /[:*]/.test(route.url)) {
    throw new PlaygroundError(
      `${of} answers at "${route.url}", which is a pattern. Write an address that fits as url="…".`,
    );
  }
  return {
    asked,
    handler,
    url: url ?? route.url,
    recordings,
    presets: ask === '' ? presetsOf(recordings) : requestsOf(examplesDir, ask),
  };
}

/**
 * What is wrong with the playgrounds of a page: what a build would say, without one.
 *
 * @param tree of the page
 * @param examplesDir the folder of the examples
 */
export function playgroundMistakes(
  tree: Root,
  examplesDir: string,
): PlaygroundMistake[] {
  return playgroundsIn(tree).flatMap(({ node }) => {
    try {
      readPlayground(node, examplesDir);
      return [];
    } catch (error) {
      if (!(error instanceof PlaygroundError)) throw error;
      const line = node.position?.start.line ?? 1;
      return [{ line, message: error.message }];
    }
  });
}

function isPlayground(node: {
  readonly type: string;
}): node is MdxJsxFlowElement {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    'name' in node &&
    node.name === 'Playground'
  );
}
