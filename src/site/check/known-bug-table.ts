import type { Nodes, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Problem } from '../../core/problem.ts';
import type { SitePage } from '../pages/pages.ts';

/** A note on a bug of a dependency. */
interface Note {
  readonly file: string;
  readonly line: number;
  readonly upstream: string;
  readonly package: string;
  readonly fixed: string | undefined;
}

/**
 * Compares the table below the comment `all known bugs` with the notes `<KnownBug>` of all pages: each note needs a row with its package,
 * the link to its report, and the version that fixed it, and each row needs a note.
 */
export function knownBugTableProblems(
  pages: readonly Pick<SitePage, 'file' | 'tree' | 'index'>[],
): Problem[] {
  const notes = pages.flatMap(notesIn);
  return pages.flatMap(({ file, tree }) =>
    tree.children.flatMap((node, i) => {
      const table = tree.children[i + 1];
      if (
        node.type !== 'mdxFlowExpression' ||
        node.value.trim() !== '/* all known bugs */' ||
        table?.type !== 'table'
      ) {
        return [];
      }
      const rows = table.children.slice(1);
      const line = lineOf(node);
      return [
        ...notes
          .filter(
            (note) => !rows.some((row) => linksOf(row).has(note.upstream)),
          )
          .map((note) => ({
            file,
            line,
            message: `this table has no row for the bug in ${note.file}:${note.line}. Add one with a link to ${note.upstream}.`,
          })),
        ...rows.flatMap((row) =>
          rowMessages(row, notes).map((message) => ({
            file,
            line: lineOf(row),
            message,
          })),
        ),
      ];
    }),
  );
}

function notesIn({ file, index }: Pick<SitePage, 'file' | 'index'>): Note[] {
  return index.elements
    .filter(({ name }) => name === 'KnownBug')
    .map(({ texts, line }) => ({
      file,
      line,
      upstream: texts.get('upstream') ?? '',
      package: texts.get('package') ?? '',
      fixed: texts.get('fixed'),
    }));
}

function rowMessages(row: TableRow, notes: readonly Note[]): string[] {
  const links = linksOf(row);
  const note = notes.find(({ upstream }) => links.has(upstream));
  if (!note) {
    return ['no page has a note <KnownBug> with this report. Delete the row.'];
  }
  const [, name, fixed] = row.children.map((cell) => toString(cell));
  return [
    ...(name === note.package ? [] : [note.package]),
    ...(fixed === (note.fixed ?? '–') ? [] : [note.fixed ?? '–']),
  ].map(
    (expected) =>
      `the note in ${note.file}:${note.line} has "${expected}". Write the same.`,
  );
}

function linksOf(row: TableRow): ReadonlySet<string> {
  const links = new Set<string>();
  visit(row, 'link', ({ url }) => void links.add(url));
  return links;
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}
