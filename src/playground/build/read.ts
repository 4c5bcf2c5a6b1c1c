import type { Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { Recording } from '../replay/recording.ts';
import type { Preset } from './data.ts';
import { type Handler, readHandler } from './handler.ts';
import {
  type PlaygroundAttributes,
  readAttributes,
} from './playground-node.ts';
import { PlaygroundError } from './app-files.ts';
import { presetsOf, recordingsOf, requestPresets } from './recordings.ts';

/** A `<Playground>` with its handler and evidence. */
export interface ReadPlayground {
  readonly attributes: PlaygroundAttributes;
  readonly handler: Handler;
  /** The initial URL. */
  readonly url: string;
  readonly recordings: readonly Recording[];
  readonly presets: readonly Preset[];
}

/** A `<Playground>` and its siblings. */
export interface FoundPlayground {
  readonly node: MdxJsxFlowElement;
  readonly siblings: RootContent[];
}

/** A mistake in a page. */
export interface PlaygroundProblem {
  readonly line: number;
  /** What is wrong, what exists instead, and what to do. */
  readonly message: string;
}

/** The playgrounds of a page. */
export function playgroundsIn(tree: Root): FoundPlayground[] {
  const found: FoundPlayground[] = [];
  visit(tree, (node, _index, parent) => {
    if (!isPlayground(node) || !parent) return;
    // A node is only replaced by one of the same role, which the types can't express.
    found.push({ node, siblings: parent.children as RootContent[] });
  });
  return found;
}

/**
 * Reads the handler and the evidence of a `<Playground>`.
 *
 * @param node of the page
 * @param examplesDir the folder of the examples
 * @throws PlaygroundError if the handler or evidence doesn't exist, or the handler can't run in a browser
 */
export function readPlayground(
  node: MdxJsxFlowElement,
  examplesDir: string,
): ReadPlayground {
  const attributes = readAttributes(node);
  const { of, send, ask, url } = attributes;
  const handler = readHandler(examplesDir, of);
  const { route, kind } = handler;
  const recordings = recordingsOf(examplesDir, send, kind);
  if (url === undefined && /[:*]/.test(route.url)) {
    throw new PlaygroundError(
      `${of} answers at "${route.url}", which is a pattern. Write a matching path as url="…".`,
    );
  }
  return {
    attributes,
    handler,
    url: url ?? route.url,
    recordings,
    presets:
      ask === '' ? presetsOf(recordings) : requestPresets(examplesDir, ask),
  };
}

/**
 * Lists the mistakes in the playgrounds of a page without a build.
 *
 * @param tree of the page
 * @param examplesDir the folder of the examples
 */
export function checkPlaygrounds(
  tree: Root,
  examplesDir: string,
): PlaygroundProblem[] {
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
