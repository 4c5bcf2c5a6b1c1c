import { content } from '../../content.ts';
import { claimsOf } from '../../src/evidence/claims.ts';
import type { ParsedPage } from '../../src/snippets/coverage.ts';
import { FenceError, parseFence } from '../../src/snippets/fence.ts';
import type { Code } from 'mdast';
import { visit } from 'unist-util-visit';

/** What no page uses. */
export interface Unused {
  /** Names of evidence. */
  readonly evidence: readonly string[];
  /** Paths, from examples/, of files. */
  readonly files: readonly string[];
}

/**
 * For each page what it rests on: its snippets, recorded tables, commands, values and bound sentences, and the
 * sentences that sound measured and are bound to nothing. Then what no page uses.
 *
 * @param pages as their authors wrote them
 * @param unused what no page uses
 * @returns the lines of the report
 */
export function reportOf(
  pages: readonly ParsedPage[],
  unused: Unused,
): string[] {
  return [
    ...pages.flatMap((page) => ['', ...pageReport(page)]),
    '',
    ...section('Evidence that no page shows', unused.evidence),
    '',
    ...section('Files that no page shows', unused.files),
  ];
}

interface Item {
  readonly line: number;
  readonly text: string;
}

function pageReport({ file, tree, linesBefore = 0 }: ParsedPage): string[] {
  const fences: Record<string, Item[]> = {};
  visit(tree, 'code', (node) => {
    const line = node.position?.start.line ?? 1;
    for (const { kind, text } of fenceItems(node)) {
      (fences[kind] ??= []).push({ line, text });
    }
  });
  const { facts, bound, loose } = claimsOf(tree);
  const list = (title: string, items: readonly Item[] = []) =>
    section(
      title,
      items.map(({ line, text }) => `${file}:${line + linesBefore}: ${text}`),
      '  ',
    );
  return [
    file,
    ...list('snippets', fences['snippets']),
    ...list('recorded tables and exchanges', fences['recorded']),
    ...list('commands', fences['commands']),
    ...list('illustrative', fences['illustrative']),
    ...list(
      'values',
      facts.map(({ line, component, of }) => ({
        line,
        text: `${component} ${of}`,
      })),
    ),
    ...list(
      'bound sentences',
      bound.map(({ line, of, is, words }) => ({
        line,
        text: `"${words}" rests on ${of} = "${is}"`,
      })),
    ),
    ...list(
      'bound to nothing, and sounds measured',
      loose.map(({ line, sentence }) => ({ line, text: sentence })),
    ),
  ];
}

function fenceItems(node: Code): { kind: string; text: string }[] {
  try {
    const fence = parseFence(node, content.elsewhere);
    switch (fence.disposition) {
      case 'file': {
        const region = fence.region === undefined ? '' : `#${fence.region}`;
        return [{ kind: 'snippets', text: `${fence.path}${region}` }];
      }
      case 'console':
        return fence.commands.map((text) => ({ kind: 'commands', text }));
      case 'illustrative':
        return [{ kind: 'illustrative', text: fence.why }];
      case 'elsewhere':
        return [{ kind: 'recorded', text: `${fence.key}=${fence.value}` }];
    }
  } catch (error) {
    // The check itself says what is wrong with it.
    if (error instanceof FenceError) return [];
    throw error;
  }
}

function section(
  title: string,
  items: readonly string[],
  indent = '',
): string[] {
  if (items.length === 0) return [];
  return [
    `${indent}${title} (${items.length})`,
    ...items.map((item) => `${indent}  ${item}`),
  ];
}
