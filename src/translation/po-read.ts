import {
  type Catalogue,
  type Entry,
  newCatalogue,
  newEntry,
} from './catalogue.ts';
import type { Problem } from './problem.ts';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
};

function unquote(quoted: string): string | undefined {
  const match = /^"((?:[^"\\]|\\.)*)"\s*$/.exec(quoted);
  return match?.[1]?.replace(
    /\\(.)/g,
    (_, character: string) => escapes[character] ?? `\\${character}`,
  );
}

type Field = 'context' | 'id' | 'text' | 'previousContext' | 'previousId';

const keywords: Readonly<Record<string, Field>> = {
  msgctxt: 'context',
  msgid: 'id',
  msgstr: 'text',
};

const charsetPattern = /charset=([^\s;"\\]+)/i;

/** What stands before a keyword of which kind: nothing, `#|`, `#~` or `#~|`. */
const prefix = /^(#~\||#~|#\|)?\s*(.*)$/;

/**
 * Reads a PO file. Broken syntax is reported with its line, and the entry that it stands in is left out.
 * (The gettext-parser package does the same but keeps no lines.)
 *
 * @param source - The text of the file.
 * @param file - The path that problems name.
 * @param wrongBytes - By line, what was no UTF-8; the entry of such a line is left out.
 * @returns The catalogue; its `problems` say what could not be read.
 */
export function readPo(
  source: string,
  file: string,
  wrongBytes: ReadonlyMap<number, number> = new Map(),
): Catalogue {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  let header: Entry | undefined;
  let entry = newEntry('');
  let seen = new Set<Field>();
  let last: Field | undefined;
  let broken = false;
  let startLine = 0;

  function finish(line: number): void {
    if (seen.size > 0 && !broken) {
      if (!seen.has('id') || !seen.has('text'))
        problems.push({
          file,
          line: startLine,
          text: `this entry has no ${seen.has('id') ? 'msgstr' : 'msgid'}; it ends in line ${line - 1}; add the line or delete the entry.`,
        });
      else if (entry.id === '' && entry.context === undefined) {
        header ??= entry;
        readCharset(entry, lines.slice(startLine - 1, line - 1));
      } else entries.push(entry);
    }
    entry = newEntry('');
    seen = new Set();
    last = undefined;
    broken = false;
  }

  function fail(line: number, text: string): void {
    // One report an entry: what follows in it is a consequence.
    if (!broken) problems.push({ file, line, text });
    broken = true;
  }

  function readCharset({ text, line }: Entry, own: readonly string[]): void {
    const charset = charsetPattern.exec(text)?.[1];
    if (charset === undefined || charset.toLowerCase() === 'utf-8') return;
    const offset = own.findIndex((raw) => charsetPattern.test(raw));
    problems.push({
      file,
      line: offset === -1 ? line : startLine + offset,
      text: `this site reads UTF-8 only; there is charset=${charset}; save the file as UTF-8 and write charset=UTF-8.`,
    });
  }

  function readLine(raw: string, line: number): void {
    if (raw.trim() === '') {
      if (seen.has('text') || broken) finish(line);
      return;
    }
    const [, mark = '', rest = ''] = prefix.exec(raw) ?? [];
    if (raw.startsWith('#') && mark === '') {
      if (seen.has('text')) finish(line);
      readComment(raw, entry);
      return;
    }
    const keyword = /^(msg\w+(?:\[\d+\])?)\s*(.*)$/.exec(rest);
    if (keyword?.[1] !== undefined && keyword[2] !== undefined) {
      const previous = mark.endsWith('|');
      const name = keyword[1];
      const base = keywords[name];
      if (base === undefined || (previous && base === 'text')) {
        fail(
          line,
          `${name} is not known here; catalogues of this site have msgctxt, msgid and msgstr; a plural is one message with its forms separated by "|".`,
        );
        return;
      }
      let field: Field = base;
      if (previous)
        field = base === 'context' ? 'previousContext' : 'previousId';
      // A new entry starts where a field comes that cannot follow.
      if (seen.has('text')) finish(line);
      if (seen.size === 0) startLine = line;
      if (seen.has(field)) {
        fail(
          line,
          `a second ${name} in one entry; the first is above; put an empty line between two entries.`,
        );
        return;
      }
      const value = unquote(keyword[2]);
      if (value === undefined) {
        fail(
          line,
          `${name} is not followed by a text in double quotes; there is ${keyword[2] === '' ? 'nothing' : keyword[2]}; close the quotes, and write " inside as \\".`,
        );
        return;
      }
      seen.add(field);
      last = field;
      entry[field] = value;
      if (mark.startsWith('#~')) entry.obsolete = true;
      if (field === 'text') entry.line = line;
      return;
    }
    const more = unquote(rest);
    if (more !== undefined && last !== undefined) {
      entry[last] = (entry[last] ?? '') + more;
      return;
    }
    fail(
      line,
      `this line is neither a comment, a keyword nor a text in double quotes; there is ${raw.trim()}; correct it or delete it.`,
    );
  }

  const lines = source.replace(/^\uFEFF/, '').split(/\r?\n/);
  lines.forEach((raw, index) => {
    const line = index + 1;
    readLine(raw, line);
    const byte = wrongBytes.get(line);
    if (byte !== undefined)
      fail(
        line,
        `this byte is no UTF-8; there is 0x${byte.toString(16).toUpperCase()}; save the file as UTF-8.`,
      );
  });
  finish(lines.length + 1);
  return newCatalogue(file, header ?? newEntry(''), entries, problems);
}

function readComment(raw: string, entry: Entry): void {
  const rest = raw.slice(2).trim();
  if (raw.startsWith('#.')) entry.extractedComments.push(rest);
  else if (raw.startsWith('#:')) entry.references.push(...rest.split(/\s+/));
  else if (raw.startsWith('#,')) {
    if (/\bfuzzy\b/.test(rest)) entry.fuzzy = true;
  } else entry.translatorComments.push(raw.slice(1).trim());
}
