import type { Code, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attributesOf, type Component } from './attributes.ts';
import { exchangeText } from './exchange.ts';
import { factOf, parseReference } from './fact.ts';
import { type EvidenceLabels, type Label, labelled } from './labels.ts';
import { nearest, quoted } from './nearest.ts';
import { pageOf } from './page.ts';
import { EvidenceError } from './problem.ts';
import { type EvidenceStore, openEvidence } from './store.ts';
import { eventsTable, framesTable } from './table.ts';
import { readLockfile, versionOf } from './version.ts';
import { wrongOf } from './wrong.ts';

/** What the plugin has to know of the repository. */
export interface EvidenceOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** Absolute path of package-lock.json. */
  readonly lockfile: string;
  /** The words of the tables in the page's language. */
  readonly labels: EvidenceLabels;
}

interface Sources {
  readonly evidence: EvidenceStore;
  readonly lockfile: string;
  readonly label: Label;
}

/**
 * Remark plugin: puts what the runs measured into a page, as static markup. It belongs after the
 * translation, whose messages hold the components as they are written.
 *
 * @param options what it has to know of the repository
 * @returns the transformer; it fails a page with `file:line: message` lines, one for each problem
 */
export function remarkEvidence(options: EvidenceOptions) {
  const label = labelled(options.labels);
  return (tree: Root, vfile: VFile): void => {
    const page = pageOf(vfile);
    // Opened for each page, so that a page made again sees what was recorded again.
    const sources: Sources = {
      evidence: openEvidence(options.examplesDir),
      lockfile: options.lockfile,
      label,
    };
    const problems: string[] = [];
    let line = 1;
    visit(tree, (node, index, parent) => {
      // A node that the translation made has no place of its own: the one before it is near.
      line = node.position?.start.line ?? line;
      try {
        const replacement = replacementOf(node, sources);
        if (!replacement || index === undefined || !parent) return undefined;
        // Only a node of the same role replaces another, which the types of a tree cannot say.
        (parent.children as RootContent[])[index] = replacement;
        return 'skip';
      } catch (error) {
        if (!(error instanceof EvidenceError)) throw error;
        problems.push(
          `${page.file}:${line + page.linesBefore}: ${error.message}`,
        );
        return undefined;
      }
    });
    if (problems.length > 0) {
      vfile.fail(problems.join('\n'), undefined, 'evidence:value');
    }
  };
}

function replacementOf(node: Nodes, sources: Sources): RootContent | undefined {
  if (node.type === 'code') return filled(node, sources);
  if (node.type === 'mdxJsxTextElement') return measured(node, sources);
  if (node.type === 'mdxJsxFlowElement') {
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
      return { type: 'text', value: versionOf(readLockfile(lockfile), of) };
    }
    case 'Wrong': {
      const { of } = attributesOf(node, ['of']);
      return {
        type: 'inlineCode',
        value: wrongOf(evidence, of),
        data: { hProperties: { className: ['wrong'] } },
      };
    }
    default:
      return undefined;
  }
}

function filled(node: Code, sources: Sources): RootContent | undefined {
  const { frames, output } = keysOf(node.meta ?? '');
  if (frames !== undefined) {
    const { record } = sources.evidence.file(frames);
    if (record.kind === 'websocket') {
      return block(framesTable(record, sources.label));
    }
    if (record.kind === 'event-stream') {
      return block(eventsTable(record, sources.label));
    }
    throw new EvidenceError(
      `"${frames}" is of kind "${record.kind}", and frames= draws "websocket" or "event-stream". ${record.kind === 'http' ? `Write output=${frames}#<name>.` : 'Write a <Fact>.'}`,
    );
  }
  if (output !== undefined) {
    return {
      ...node,
      lang: 'http',
      meta: null,
      value: outputOf(output, sources),
    };
  }
  return undefined;
}

function outputOf(output: string, { evidence }: Sources): string {
  const { name, path } = parseReference(output);
  const { record } = evidence.file(name);
  if (record.kind !== 'http') {
    throw new EvidenceError(
      `"${name}" is of kind "${record.kind}", and output= shows one exchange of kind "http". Write frames=${name}.`,
    );
  }
  const exchange = record.exchanges.get(path);
  if (!exchange) {
    const names = [...record.exchanges.keys()];
    throw new EvidenceError(
      `no evidence "${path}" in ${name}; there is ${quoted(nearest(path, names, names.length))}. Name one of these.`,
    );
  }
  return exchangeText(exchange);
}

function keysOf(meta: string): { frames?: string; output?: string } {
  const value = (key: string) =>
    new RegExp(`(?:^|\\s)${key}=(\\S+)`).exec(meta)?.[1];
  const frames = value('frames');
  const output = value('output');
  return {
    ...(frames === undefined ? {} : { frames }),
    ...(output === undefined ? {} : { output }),
  };
}

function block(element: ReturnType<typeof framesTable>): RootContent {
  return {
    type: 'paragraph',
    children: [],
    data: {
      hName: element.tagName,
      hProperties: element.properties,
      hChildren: element.children,
    },
  };
}
