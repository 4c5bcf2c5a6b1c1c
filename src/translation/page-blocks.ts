import { createSlugger } from '@docusaurus/utils';
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';

import { setHeadingIds } from './heading-ids.ts';
import { protectedParts } from './protected-parts.ts';
import { type CodeUnit, type Unit, unitsOf } from './units.ts';

/** One thing that stands on a page, for the comparison with another page. */
export interface Block {
  /** What it is: `paragraph`, `heading 2`, `code (ts)`. Only blocks of one kind can translate each other. */
  kind: string;
  /** Its message; empty for code. */
  text: string;
  context?: string;
  /** Counted from 1 in the file. */
  line: number;
  /** What it says in every language: its id, its code spans and tags, its code. */
  anchors: string[];
  code?: { node: Code; unit?: CodeUnit };
}

/** The id of a heading where it is read as text: `{#id}` or `{/* #id *\/}`. */
const writtenId = /\s*\{(?:\/\*\s*)?#([^\s}*]+)(?:\s*\*\/)?\}\s*$/;

/**
 * Lists the blocks of a page in order: everything that has words, and all code.
 *
 * @param tree - The page as parsed.
 * @param source - The text that the tree was parsed from.
 * @param offset - How many lines stand before that text in the file.
 * @returns The blocks.
 */
export function blocksOf(tree: Root, source: string, offset: number): Block[] {
  const blocks: Block[] = [];
  const codeUnits = new Map<Code, CodeUnit>();
  setHeadingIds(tree, createSlugger());
  for (const unit of unitsOf(tree, source)) {
    if (unit.kind === 'code') {
      codeUnits.set(unit.code, unit);
      continue;
    }
    const { id, context, comment, line = 1 } = unit.message;
    const kind = comment.replace(/, in ".*$/s, '');
    const text = kind.startsWith('heading') ? id.replace(writtenId, '') : id;
    blocks.push({
      kind,
      text,
      line: line + offset,
      ...(context === undefined ? {} : { context }),
      anchors: [...idsOf(unit), ...namesIn(text, context)],
    });
  }
  visit(tree, 'code', (node) => {
    const unit = codeUnits.get(node);
    blocks.push({
      kind: `code (${node.lang ?? ''})`,
      text: '',
      line: (node.position?.start.line ?? 1) + offset,
      code: { node, ...(unit === undefined ? {} : { unit }) },
      anchors: [bareCode(node, unit)],
    });
  });
  return blocks.sort((a, b) => a.line - b.line);
}

/** The id of a heading: written by its author, or made from its text. */
function idsOf(unit: Exclude<Unit, CodeUnit>): string[] {
  if (unit.kind !== 'inline' || unit.parent.type !== 'heading') return [];
  const [rest] = unit.rest;
  const written = writtenId.exec(
    rest?.type === 'mdxTextExpression' ? `{${rest.value}}` : unit.message.id,
  );
  const id = written?.[1] ?? unit.parent.data?.hProperties?.['id'];
  return typeof id === 'string' ? [`#${id}`] : [];
}

function namesIn(text: string, context: string | undefined): string[] {
  const parts = protectedParts(text, context);
  const names = ['code span', 'JSX tag', 'expression', 'image'].flatMap(
    (kind) => parts.get(kind) ?? [],
  );
  return names.length === 0 ? [] : [names.join(' ')];
}

/** The code without the words of its comments. */
function bareCode(node: Code, unit: CodeUnit | undefined): string {
  const ranges = (unit?.comments ?? []).flatMap(({ block }) => block.ranges);
  let code = node.value;
  for (const { start, end } of ranges.sort((a, b) => b.start - a.start))
    code = code.slice(0, start) + code.slice(end);
  return code.replace(/[ \t]+$/gm, '').trim();
}
