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
  /** What it says in every language: its id, its code spans and tags, its links, its code and where that is from. */
  anchors: string[];
  code?: { unit?: CodeUnit };
}

/** A fence whose code or evidence lies in another file. */
const reference =
  /^[ \t>]*(?:`{3,}|~{3,})([^\s`]*)[ \t].*?\b((?:file|output|frames)=\S+)/;

/** A component without words, on a line of its own. */
const component = /^[ \t>]*(<[A-Z][\w.]*(?:\s[^<>]*)?\/>)[ \t]*$/;

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
  const references = referencesIn(source);
  visit(tree, 'code', (node) => {
    const unit = codeUnits.get(node);
    const line = node.position?.start.line ?? 1;
    const from = references.get(line);
    references.delete(line);
    blocks.push({
      kind: `code (${from?.language ?? node.lang ?? ''})`,
      text: '',
      line: line + offset,
      code: unit === undefined ? {} : { unit },
      anchors: [
        bareCode(node, unit),
        ...(from === undefined ? [] : [from.name]),
      ],
    });
  });
  // Where a plugin draws something else in place of the code.
  for (const [line, { language, name }] of references)
    blocks.push({
      kind: `code (${language})`,
      text: '',
      line: line + offset,
      code: {},
      anchors: ['', name],
    });
  return blocks.sort((a, b) => a.line - b.line);
}

/** By their line in the source; the plugins that fill fences write another meta. */
function referencesIn(
  source: string,
): Map<number, { language: string; name: string }> {
  return new Map(
    source.split('\n').flatMap((text, index) => {
      const [, drawn] = component.exec(text) ?? [];
      const [, language = drawn === undefined ? '' : 'JSX', name = drawn] =
        reference.exec(text) ?? [];
      return name === undefined ? [] : [[index + 1, { language, name }]];
    }),
  );
}

/**
 * Says whether two blocks of code are the same but for the words of their comments.
 *
 * @param a - One.
 * @param b - The other.
 * @returns Whether their code is equal, or comes from the same place.
 */
export function isSameCode(a: Block, b: Block): boolean {
  return (
    a.anchors[0] === b.anchors[0] ||
    a.anchors.some((name) => name !== '' && b.anchors.includes(name))
  );
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
  const links = (parts.get('URL') ?? []).map(linkName);
  return [names, links].flatMap((list) =>
    list.length === 0 ? [] : [list.join(' ')],
  );
}

/** A page of the site may lie elsewhere today, and its headings had other ids. */
function linkName(url: string): string {
  const page = pageName(url);
  return page === undefined || page === '' ? url : `page ${page}`;
}

/**
 * Names the page of the site that a link leads to.
 *
 * @param url - The target as written, for example `../guide/routes.md#url`.
 * @returns For example `routes`; empty for a place on the same page, undefined for a link to elsewhere.
 */
export function pageName(url: string): string | undefined {
  return /^[a-z]+:|^\/\//i.test(url)
    ? undefined
    : url
        .replace(/[?#].*$/s, '')
        .replace(/(?:\/index)?(?:\.mdx?|\/)?$/, '')
        .split('/')
        .at(-1)
        ?.toLowerCase();
}

/** The code without the words of its comments. */
function bareCode(node: Code, unit: CodeUnit | undefined): string {
  const ranges = (unit?.comments ?? []).flatMap(({ block }) => block.ranges);
  let code = node.value;
  for (const { start, end } of ranges.sort((a, b) => b.start - a.start))
    code = code.slice(0, start) + code.slice(end);
  return code.replace(/[ \t]+$/gm, '').trim();
}
