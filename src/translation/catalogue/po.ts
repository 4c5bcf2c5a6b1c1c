import {
  type Catalogue,
  type Entry,
  newCatalogue,
  newEntry,
} from './catalogue.ts';
import { quote, unquote } from './po-quote.ts';
import { excerpt, type Problem } from '../problem.ts';
import { wrongByteProblem } from './site-file.ts';

const fields = {
  msgctxt: 'context',
  msgid: 'id',
  msgstr: 'text',
  '|msgctxt': 'previousContext',
  '|msgid': 'previousId',
} as const;
type Field = (typeof fields)[keyof typeof fields];

const charset = /charset=([^\s;"\\]+)/i;

/** A line, with its optional prefix (`#~`, `#|` or `#~|`), as a keyword and a quoted text. */
const statement = /^(#~\||#~|#\|)?\s*(msg\w+(?:\[\d+\])?)?\s*(.*)$/s;

/**
 * Parses a PO file. Broken entries are reported with their line and left out. Not gettext-parser 10, which writes 0 of 74
 * catalogues back byte-equal, and has no lines, `#=` or partial results.
 *
 * @param file path in problems
 * @param wrongBytes by line, the first byte that isn't UTF-8
 */
export function readPo(
  source: string,
  file: string,
  wrongBytes: ReadonlyMap<number, number> = new Map(),
): Catalogue {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/);
  let header: Entry | undefined;
  let entry = newEntry('');
  let seen = new Set<Field>();
  let last: Field | undefined;
  let broken = false;
  let startLine = 0;

  function report(line: number, message: string): void {
    problems.push({ file, line, message: message });
  }

  /** Reports only the first problem of an entry, since others are its consequences. */
  function fail(line: number, message: string): void {
    if (!broken) report(line, message);
    broken = true;
  }

  function finish(line: number): void {
    if (seen.size > 0 && !broken) {
      const missing = seen.has('id') ? 'msgstr' : 'msgid';
      if (!seen.has('id') || !seen.has('text'))
        report(
          startLine,
          `this entry has no ${missing}; it ends in line ${line - 1}; add the line or delete the entry.`,
        );
      else if (entry.id !== '' || entry.context !== undefined || entry.obsolete)
        entries.push(entry);
      else if (header === undefined) {
        header = entry;
        checkCharset(entry);
      } else
        report(
          entry.line,
          `this is a second header; the first is in line ${header.line}; move its missing fields there, and delete this one.`,
        );
    }
    entry = newEntry('');
    seen = new Set();
    last = undefined;
    broken = false;
  }

  function checkCharset({ text, line }: Entry): void {
    const name = charset.exec(text)?.[1];
    if (name === undefined || name.toLowerCase() === 'utf-8') return;
    const at = lines.findIndex((raw) => charset.test(raw));
    report(
      at === -1 ? line : at + 1,
      `catalogues are UTF-8; there is charset=${name}; save the file as UTF-8 and write charset=UTF-8.`,
    );
  }

  function readStatement(raw: string, line: number): void {
    const [, mark = '', name, quoted = ''] = statement.exec(raw) ?? [];
    if (name === undefined) {
      const { text, problem } = unquote(quoted);
      if (problem !== undefined || text === undefined || last === undefined)
        fail(
          line,
          problem ??
            `this line is neither a comment, a keyword nor a text in double quotes; there is ${excerpt(raw.trim())}; correct it or delete it.`,
        );
      else entry[last] = (entry[last] ?? '') + text;
      return;
    }
    const key = mark.endsWith('|') ? `|${name}` : name;
    if (!isKey(key)) {
      fail(
        line,
        `${name} is not supported here; the keywords are msgctxt, msgid and msgstr; write a plural as one message with its forms separated by "|".`,
      );
      return;
    }
    const field = fields[key];
    // A field out of order starts the next entry.
    if (seen.has('text')) finish(line);
    if (seen.size === 0) startLine = line;
    if (seen.has(field)) {
      fail(
        line,
        `a second ${name} in one entry; the first is above; put an empty line between two entries.`,
      );
      return;
    }
    const { text, problem } = unquote(quoted);
    if (text === undefined) {
      fail(
        line,
        problem ??
          `${name} is not followed by a text in double quotes; there is ${quoted === '' ? 'nothing' : excerpt(quoted)}; close the quotes, and write " inside as \\".`,
      );
      return;
    }
    seen.add(field);
    last = field;
    entry[field] = text;
    if (mark.startsWith('#~')) entry.obsolete = true;
    if (field === 'text') entry.line = line;
  }

  lines.forEach((raw, index) => {
    const line = index + 1;
    const isComment = /^#(?![~|])/.test(raw);
    if (raw.trim() === '') {
      if (seen.has('text') || broken) finish(line);
    } else if (isComment) {
      if (seen.has('text')) finish(line);
      readComment(raw, entry);
    } else readStatement(raw, line);
    const byte = wrongBytes.get(line);
    if (byte !== undefined) fail(line, wrongByteProblem(byte));
  });
  finish(lines.length + 1);
  return newCatalogue(file, header ?? newEntry(''), entries, problems);
}

function isKey(key: string): key is keyof typeof fields {
  return Object.hasOwn(fields, key);
}

function readComment(raw: string, entry: Entry): void {
  const rest = raw.slice(2).trim();
  if (raw.startsWith('#.')) entry.extractedComments.push(rest);
  else if (raw.startsWith('#:'))
    for (const file of rest.split(/\s+/)) entry.references.push(file);
  else if (raw.startsWith('#,')) {
    for (const flag of rest.split(/\s*,\s*/))
      if (flag === 'fuzzy') entry.fuzzy = true;
      else if (flag !== '' && !entry.flags.includes(flag))
        entry.flags.push(flag);
  } else if (raw.startsWith('#=')) entry.stickyFlags.push(rest);
  else entry.translatorComments.push(raw.slice(1).trim());
}

/** Formats a field; a multi-line text starts with an empty string, as in gettext's tools. */
function fieldLines(keyword: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  const lines = text.split(/(?<=\n)/);
  return lines.length < 2
    ? [`${keyword} ${quote(text)}`]
    : [`${keyword} ""`, ...lines.map(quote)];
}

function printEntry(entry: Entry): string {
  const mark = entry.obsolete ? '#~ ' : '';
  const flags = [...(entry.fuzzy ? ['fuzzy'] : []), ...entry.flags];
  const previous = [
    ...fieldLines('msgctxt', entry.previousContext),
    ...fieldLines('msgid', entry.previousId),
  ];
  const current = [
    ...fieldLines('msgctxt', entry.context),
    ...fieldLines('msgid', entry.id),
    ...fieldLines('msgstr', entry.text),
  ];
  return [
    ...entry.translatorComments.map((text) => `# ${text}`.trimEnd()),
    ...entry.extractedComments.map((text) => `#. ${text}`),
    ...entry.references.map((file) => `#: ${file}`),
    ...(flags.length > 0 ? [`#, ${flags.join(', ')}`] : []),
    ...entry.stickyFlags.map((text) => `#= ${text}`),
    ...previous.map((line) => `${entry.obsolete ? '#~|' : '#|'} ${line}`),
    ...current.map((line) => mark + line),
  ].join('\n');
}

/** Prints a PO file, with obsolete entries last and without folded lines. */
export function printPo({
  header,
  entries,
}: Pick<Catalogue, 'header' | 'entries'>): string {
  const current = entries.filter(({ obsolete }) => !obsolete);
  const obsolete = entries.filter((entry) => entry.obsolete);
  return `${[header, ...current, ...obsolete].map(printEntry).join('\n\n')}\n`;
}
