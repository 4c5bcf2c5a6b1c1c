import { delimiter, dirname, join } from 'node:path';
import { ensureNode } from './ensure-node.ts';
import {
  angularNodeRange,
  type NodeMajor,
  recommendedNode,
  supports,
  testedNodes,
} from './versions.ts';

/** A Node that runs examples. */
export interface ExampleNode {
  readonly version: string;
  /** The executable. */
  readonly path: string;
  /** Variables for child processes: `node`, `npm`, `npx` and the tools in `node_modules/.bin` run on this Node. */
  readonly env: Readonly<Record<string, string>>;
}

type Print = (line: string) => void;

const current = process.versions.node;

/**
 * Selects the Node for the examples: the one that runs this process if Angular supports it, otherwise the recommended one,
 * installed from npm.
 *
 * @throws if the recommended one can't be installed
 */
export async function exampleNode(
  print: Print = console.log,
): Promise<ExampleNode> {
  const range = angularNodeRange();
  if (supports(current, range))
    return nodeIn(dirname(process.execPath), current);
  const node = await nodeOf(recommendedNode, print);
  print(
    `Angular supports Node ${range}, and this is ${current}: the examples run on Node ${node.version}.`,
  );
  return node;
}

/**
 * Selects a Node by its major version: the one that runs this process if it has that version and Angular supports it,
 * otherwise the tested one, installed from npm.
 *
 * @throws if it can't be installed
 */
export async function nodeOf(
  major: NodeMajor,
  print: Print = console.log,
): Promise<ExampleNode> {
  return current.startsWith(`${major}.`) &&
    supports(current, angularNodeRange())
    ? nodeIn(dirname(process.execPath), current)
    : nodeIn(await ensureNode(major, print), testedNodes[major]);
}

function nodeIn(bin: string, version: string): ExampleNode {
  return {
    version,
    path: join(bin, 'node'),
    env: { PATH: [bin, process.env['PATH']].join(delimiter) },
  };
}
