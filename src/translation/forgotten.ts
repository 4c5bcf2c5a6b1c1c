import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Entry } from './catalogue.ts';
import type { Localized } from './catalogues.ts';
import { messageKey } from './message.ts';
import { printPo } from './po-write.ts';
import type { Problem } from './problem.ts';
import { headerFields } from './provenance.ts';

const command = 'run npm run i18n update';

/**
 * Finds what `update` has yet to do for a catalogue, and what only a person can bring back.
 *
 * @param root - Absolute path of the site.
 * @param localized - A source in a language; its catalogue can be read in full.
 * @returns The problems; none if `update` would write nothing else.
 */
export function forgotten(root: string, localized: Localized): Problem[] {
  const { source, catalogue, merged } = localized;
  const unknown = source.messages.filter(
    ({ context, id }) => !catalogue.byKey.has(messageKey(context, id)),
  );
  if (unknown.length > 1 && unknown.length === source.messages.length)
    return [
      {
        file: source.file,
        line: 1,
        text: `none of its ${unknown.length} texts is in ${catalogue.file}; that has ${catalogue.byKey.size === 0 ? 'no messages, or is not there' : 'other messages only'}; ${command}.`,
      },
    ];
  if (unknown.length > 0)
    return unknown.map(({ file, line, id }) => ({
      file,
      line: line ?? 1,
      text: `this text is not in ${catalogue.file}; there is ${quote(id)}; ${command}.`,
    }));
  const gone = catalogue.entries.find(
    ({ obsolete, context, id }) =>
      !obsolete && !merged.byKey.has(messageKey(context, id)),
  );
  if (gone !== undefined)
    return [
      {
        file: catalogue.file,
        line: gone.line,
        text: `${source.file} has no such text any more; there is ${quote(gone.id)}; ${command}.`,
      },
    ];
  const lost = lostHeader(localized) ?? doubledObsolete(localized);
  if (lost !== undefined) return [lost];
  const other = firstDifference(root, localized);
  return other === undefined ? [] : [other];
}

/** `update` writes another header, but cannot know who has translated. */
function lostHeader({ catalogue }: Localized): Problem | undefined {
  return catalogue.header.text !== '' || catalogue.entries.length === 0
    ? undefined
    : {
        file: catalogue.file,
        line: 1,
        text: `the header is gone, and with it ${headerFields.by} and ${headerFields.reviewed}, which say who made and who has read these translations; the file begins with ${quote(catalogue.entries[0]?.id ?? '')}; take the header from an earlier version of the file, or ${command} and sign it again with npm run i18n sign.`,
      };
}

function doubledObsolete({ catalogue }: Localized): Problem | undefined {
  const first = new Map<string, Entry>();
  const inOrder = [
    ...catalogue.byKey.values(),
    ...catalogue.entries.filter(({ obsolete }) => obsolete),
  ];
  for (const entry of inOrder) {
    const key = keyOf(entry);
    const other = first.get(key);
    if (other !== undefined)
      return {
        file: catalogue.file,
        line: entry.line,
        text: `this obsolete message ("#~") stands twice, which msgfmt refuses; ${quote(entry.id)} is also in line ${other.line}, and that one counts; delete this one, or ${command}.`,
      };
    first.set(key, entry);
  }
  return undefined;
}

/** Compared as both would be printed: how an editor folds its lines does not count. */
function firstDifference(
  root: string,
  { source, catalogue, merged, text }: Localized,
): Problem | undefined {
  const printed = printPo(catalogue);
  if (printed === text) return undefined;
  const entries = inPrintedOrder(catalogue);
  const wanted = blocksOf(text);
  const there = blocksOf(printed);
  const at = there.findIndex((block, index) => block !== wanted[index]);
  const entry = entries[at];
  const mine = there[at]?.split('\n') ?? [];
  const right = wanted[at]?.split('\n') ?? [];
  const index = mine.findIndex((line, place) => line !== right[place]);
  const line = mine[index];
  if (entry === undefined || line === undefined)
    return {
      file: catalogue.file,
      line: 1,
      text: `this catalogue is not as update writes it for ${source.file}; it lacks what stands at its end; ${command}.`,
    };
  const wantedEntry = inPrintedOrder(merged)[at];
  if (wantedEntry === undefined || keyOf(wantedEntry) !== keyOf(entry))
    return {
      file: catalogue.file,
      line: entry.line,
      text: `this message does not stand where update writes it; there is ${quote(entry.id)}, and ${wantedEntry === undefined ? 'update leaves it out' : `update writes ${quote(wantedEntry.id)} here`}; ${command}.`,
    };
  const isComment = (one: string): boolean => /^#(?!~)/.test(one);
  const found = isComment(line)
    ? `this comment is not as update writes it; there is ${quote(line)}`
    : `a comment is missing above this line; there is ${quote(line)}`;
  const expected = right[index];
  return {
    file: catalogue.file,
    line: lineIn(root, catalogue.file, line, entry.line),
    text: `${found}${expected === undefined || !isComment(expected) ? '' : `, and update writes ${quote(expected)}`}; ${command}.`,
  };
}

function inPrintedOrder({
  header,
  entries,
}: Pick<Localized['catalogue'], 'header' | 'entries'>): Entry[] {
  return [
    header,
    ...entries.filter(({ obsolete }) => !obsolete),
    ...entries.filter(({ obsolete }) => obsolete),
  ];
}

function keyOf({ context, id }: Entry): string {
  return messageKey(context, id);
}

/** No entry has an empty line within. */
function blocksOf(text: string): string[] {
  return text.trimEnd().split('\n\n');
}

/** Where a line of an entry stands in the file; the line of its `msgstr` if it is written in another way there. */
function lineIn(
  root: string,
  file: string,
  text: string,
  msgstr: number,
): number {
  const above = readFileSync(join(root, file), 'utf8')
    .split(/\r?\n/)
    .slice(0, msgstr);
  const at = above.findLastIndex((line) => line.trim() === text);
  return at === -1 ? msgstr : at + 1;
}

function quote(text: string): string {
  const line = text.replaceAll('\n', '\\n');
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
}
