import type { PhrasingContent, RootContent } from 'mdast';

import { parseBlocks } from './inline.ts';
import type { Format } from './markdown-syntax.ts';

const names: Readonly<Record<string, string>> = {
  blockquote: 'a quotation',
  code: 'a code block',
  containerDirective: 'an admonition',
  definition: 'a definition of a link',
  footnoteDefinition: 'a footnote',
  heading: 'a heading',
  html: 'an HTML block',
  leafDirective: 'a directive',
  list: 'a list',
  mdxFlowExpression: 'an expression',
  mdxjsEsm: 'a module',
  mdxJsxFlowElement: 'an element',
  paragraph: 'another paragraph',
  table: 'a table',
  thematicBreak: 'a line',
  toml: 'front matter',
  yaml: 'front matter',
};

/** A location of texts in a page, with its own block syntax. */
interface Location {
  before: string;
  /** Returns the block whose only content is the text. */
  holder: (block: RootContent | undefined) => RootContent | undefined;
}

const same: Location['holder'] = (block) => block;

const locations: readonly Location[] = [
  { before: '', holder: same },
  // A heading may be underlined.
  { before: 'Text\n', holder: same },
  // A task begins with `[x]`.
  {
    before: '- ',
    holder: (list) => {
      const item = list?.type === 'list' ? list.children[0] : undefined;
      return typeof item?.checked === 'boolean' ? undefined : item?.children[0];
    },
  },
  // A heading may end in `##`.
  { before: '# ', holder: same },
];

/** A block that a text would become. */
interface Block {
  name: string;
  /** Offset in the text. */
  start: number;
}

function blockIn(
  text: string,
  { before, holder }: Location,
  format: Format,
): Block | undefined {
  const inLine = before === '# ' ? text.replace(/\n/g, ' ') : text;
  const source = before + inLine;
  let children: readonly RootContent[];
  try {
    ({ children } = parseBlocks(source, format));
  } catch {
    // Words such as "import" begin an invalid module, which isn't a block.
    return undefined;
  }
  const block = holder(children[0]);
  const expected = before === '# ' ? 'heading' : 'paragraph';
  if (block?.type === expected && 'children' in block) {
    const first = block.children[0]?.position?.start.offset;
    const last = block.children.at(-1)?.position?.end.offset;
    const start = before.endsWith('\n') ? 0 : before.length;
    if (first === start && last === source.length) return undefined;
  }
  const isOnlyTask =
    children[0]?.type === 'list' && before === '- ' && block === undefined;
  const other =
    children.find(({ type }) => type !== 'paragraph') ?? children[1];
  return {
    name: isOnlyTask ? 'a task' : (names[other?.type ?? ''] ?? 'a block'),
    start: Math.max(0, (other?.position?.start.offset ?? 0) - before.length),
  };
}

/** A row of cells is a table only above a delimiter row with as many cells. */
function tableIn(text: string, format: Format): Block | undefined {
  const row = text.replaceAll('\n', ' ');
  const pipes = row.match(/(?<!\\)(?:\\\\)*\|/g)?.length ?? 0;
  if (pipes === 0) return undefined;
  const outer = row.match(/^\||(?<!\\)(?:\\\\)*\|$/g)?.length ?? 0;
  const cells = Math.max(1, pipes + 1 - outer);
  try {
    const [block] = parseBlocks(
      `${row}\n${'|-'.repeat(cells)}|`,
      format,
    ).children;
    return block?.type === 'table'
      ? { name: `a table of ${cells} columns`, start: 0 }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lists the blocks that a text would begin at the possible locations of a message.
 *
 * @param format the syntax of its page
 * @returns empty for inline text
 */
export function blocksIn(text: string, format: Format): Block[] {
  const trimmed = text.replace(/^[\t\n ]+|[\t\n ]+$/g, '');
  const found = [
    ...locations.map((place) => blockIn(trimmed, place, format)),
    tableIn(trimmed, format),
  ];
  return found.filter((block) => block !== undefined);
}

const plainLine =
  /^(?!(?:import|export)\b)(?:[\p{L}\P{ASCII}"'(]|`(?!``)|\*\*?[^\s*|]|\d+(?![\d.)])|\[[^\][\\\n]*\](?:\(|\[=)|<(?=[^\n]*[^>}]$))[^\n|]*(?<![\s#])$/u;

/**
 * Whether a text can't begin a block, which is much faster than parsing it: one line that begins like a sentence, or with code,
 * emphasis, a link or an element and more text, without signs of tables and headings.
 *
 * @returns false if it may
 */
export function isPlainLine(text: string): boolean {
  return plainLine.test(text);
}

/**
 * Finds block syntax in a translation, which a page would show as characters.
 *
 * @param source the English; its own block syntax, such as in the heading "1. Install", is allowed
 * @param format the syntax of the page
 * @returns the problem and what to do; undefined if there is none
 */
export function blockProblem(
  source: string,
  translation: string,
  format: Format,
): string | undefined {
  // Text may follow the tag of an HTML block.
  const isHtml = format === 'md' && translation.startsWith('<');
  if (isPlainLine(translation) && !isHtml) return undefined;
  const theirs = blocksIn(translation, format);
  if (theirs.length === 0) return undefined;
  const ours = blocksIn(source, format).map(({ name }) => name);
  const block = theirs.find(({ name }) => !ours.includes(name));
  return block && problem(block.name, translation.trim().slice(block.start));
}

function problem(name: string, text: string): string {
  const sign = /\s(#+)$/.exec(text)?.[1] ?? /^\S+/.exec(text)?.[0] ?? '';
  return `the translation begins ${name}, whose signs would be shown as text; there is ${JSON.stringify(sign.slice(0, 40))}; delete it, or escape it with a backslash if it is meant as text.`;
}

/** Block syntax of other Markdown dialects: `$$`, `+++`, `!!!`. */
const doubled = /^([!-/:-@[-`{-~])\1+/;

/**
 * Finds block syntax of other Markdown dialects at the beginning of a translation.
 *
 * @returns the problem and what to do; undefined if there is none, or the English begins in the same way
 */
export function doubledSignProblem(
  english: readonly PhrasingContent[],
  translation: readonly PhrasingContent[],
): string | undefined {
  const [ours, theirs] = [english, translation].map(([first]) =>
    first?.type === 'text'
      ? doubled.exec(first.value.trimStart())?.[0]
      : undefined,
  );
  return theirs === undefined || theirs === ours
    ? undefined
    : problem('a block', theirs);
}
