import { siteConfig } from '../../../site.config.ts';
import { claimsOf } from '../../evidence/bind/claims.ts';
import { validFence } from '../../snippets/coverage.ts';
import type { Code } from 'mdast';
import type { SitePage } from '../pages/pages.ts';

/** Records and files that no page uses. */
export interface Unused {
  readonly evidence: readonly string[];
  /** Paths from `examples/`. */
  readonly files: readonly string[];
}

/**
 * Lists the sources of each page: snippets, recorded tables, commands, values and bound sentences; then unbound sentences that
 * look like measured claims, and what no page uses.
 */
export function reportOf(
  pages: readonly Pick<SitePage, 'file' | 'tree' | 'index'>[],
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

function pageReport({
  file,
  tree,
  index,
}: Pick<SitePage, 'file' | 'tree' | 'index'>): string[] {
  const items = index.fences.flatMap(({ node, line }) =>
    fenceItems(node).map((item) => ({ ...item, line })),
  );
  const fences = (kind: string) => items.filter((item) => item.kind === kind);
  const { facts, bound, loose } = claimsOf(tree);
  const list = (title: string, lines: readonly Item[]) =>
    section(
      title,
      lines.map(({ line, text }) => `${file}:${line}: ${text}`),
      '  ',
    );
  return [
    file,
    ...list('snippets', fences('snippets')),
    ...list('recorded tables and exchanges', fences('recorded')),
    ...list('commands', fences('commands')),
    ...list('illustrative', fences('illustrative')),
    ...list(
      'values',
      facts.map(({ line, of }) => ({ line, text: of })),
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
  const fence = validFence(node, siteConfig);
  switch (fence?.kind) {
    case 'file': {
      const region = fence.region === undefined ? '' : `#${fence.region}`;
      return [{ kind: 'snippets', text: `${fence.path}${region}` }];
    }
    case 'console':
      return fence.commands.map((text) => ({ kind: 'commands', text }));
    case 'illustrative':
      return [{ kind: 'illustrative', text: fence.why }];
    case 'external':
      return [{ kind: 'recorded', text: `${fence.key}=${fence.value}` }];
    default:
      // The check reports an invalid fence.
      return [];
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
