import type { Root, RootContent, Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearest } from '../../core/nearest.ts';
import type { Problem } from '../../core/problem.ts';
import type { SitePage } from '../pages/pages.ts';
import type { DeclaredMember } from './declared-members.ts';

/** A table whose first column has to list the members of an installed type. */
interface MemberTable {
  /** `crossws#Peer`, or `h3` for the functions that the examples import. */
  readonly of: string;
  readonly line: number;
  readonly table: Table | undefined;
}

/** What the tables are compared with. */
export interface InstalledTypes {
  /** Returns the members of a type, or the functions of a package. */
  readonly membersOf: (of: string) => readonly DeclaredMember[] | undefined;
  /** Returns the names that the server files of the examples import from a package. */
  readonly importedFrom: (name: string) => readonly string[];
}

/**
 * Reports members that a table lacks, and rows that differ from the installed types. The comment `members of crossws#Peer` is above such a
 * table; its first column has the signatures, and its second one may have the types.
 */
export function memberTableProblems(
  pages: readonly Pick<SitePage, 'file' | 'tree'>[],
  types: InstalledTypes,
): Problem[] {
  return pages.flatMap(({ file, tree }) =>
    tablesIn(tree).flatMap((table) =>
      problemsOf(table, types).map((problem) => ({ file, ...problem })),
    ),
  );
}

/** Returns the signatures and types that tables of members show, which are real although no example has them. */
export function textsOfMembers(
  pages: readonly Pick<SitePage, 'tree'>[],
  { membersOf }: InstalledTypes,
): ReadonlySet<string> {
  const members = pages
    .flatMap(({ tree }) => tablesIn(tree))
    .flatMap(({ of }) => membersOf(of) ?? []);
  return new Set(members.flatMap(({ signature, type }) => [signature, type]));
}

function tablesIn(tree: Root): MemberTable[] {
  return tree.children.flatMap((node, i) => {
    const of = markedType(node);
    if (of === undefined) return [];
    const next = tree.children[i + 1];
    const table = next?.type === 'table' ? next : undefined;
    return [{ of, line: lineOf(node), table }];
  });
}

function markedType(node: RootContent): string | undefined {
  return node.type === 'mdxFlowExpression'
    ? /^\s*\/\* members of (\S+) \*\/\s*$/.exec(node.value)?.[1]
    : undefined;
}

function problemsOf(
  { of, line, table }: MemberTable,
  { membersOf, importedFrom }: InstalledTypes,
): Omit<Problem, 'file'>[] {
  const members = membersOf(of);
  if (!members) {
    return [
      {
        line,
        message: `no installed package declares ${of}. Name a type as \`package#Type\`.`,
      },
    ];
  }
  if (!table) {
    return [
      {
        line,
        message: `the table of ${of} has to follow this comment. Move it here.`,
      },
    ];
  }
  const rows = table.children.slice(1);
  const listed = new Set(rows.map((row) => nameOf(codeIn(row, 0) ?? '')));
  const imported = of.includes('#') ? undefined : importedFrom(of);
  const missing = members.filter(
    ({ name }) =>
      !listed.has(name) && (imported === undefined || imported.includes(name)),
  );
  return [
    ...missing.map(({ name, signature }) => ({
      line,
      message: `this table has no row for \`${signature}\` of ${of}. Describe \`${name}\`.`,
    })),
    ...rows.flatMap((row) => rowProblems(row, of, members)),
  ];
}

function rowProblems(
  row: TableRow,
  of: string,
  members: readonly DeclaredMember[],
): Omit<Problem, 'file'>[] {
  const line = lineOf(row);
  const signature = codeIn(row, 0) ?? toString(row.children[0]);
  const name = nameOf(signature);
  const member = members.find((one) => one.name === name);
  if (!member) {
    const like = nearest(
      name,
      members.map((one) => one.name),
    );
    return [
      {
        line,
        message: `${of} has no member \`${name}\`; the nearest is \`${like}\`. Delete the row, or correct the name.`,
      },
    ];
  }
  const type = codeIn(row, 1);
  return [
    ...(signature === member.signature ? [] : [[signature, member.signature]]),
    ...(type === undefined || type === member.type
      ? []
      : [[type, member.type]]),
  ].map(([written, declared]) => ({
    line,
    message: `the installed ${of} declares \`${declared}\`, not \`${written}\`. Correct it, and check the description.`,
  }));
}

/** Returns `send` for `send(data)`, and `event` for `event?`. */
function nameOf(signature: string): string {
  return signature.replace(/\(.*$|\?$/, '');
}

/** Returns the text of a cell that is nothing but a code span. */
function codeIn(row: TableRow, column: number): string | undefined {
  const content = row.children[column]?.children ?? [];
  const [only] = content;
  return content.length === 1 && only?.type === 'inlineCode'
    ? only.value
    : undefined;
}

function lineOf(node: RootContent): number {
  return node.position?.start.line ?? 1;
}
