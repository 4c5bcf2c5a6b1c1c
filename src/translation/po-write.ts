import type { Catalogue, Entry } from './catalogue.ts';

function quote(text: string): string {
  return `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
    .replaceAll('\n', '\\n')}"`;
}

/** A text of several lines stands one a line, below an empty first one, as gettext's own tools write it. */
function field(keyword: string, text: string): string[] {
  const lines = text.split(/(?<=\n)/);
  return lines.length < 2
    ? [`${keyword} ${quote(text)}`]
    : [`${keyword} ""`, ...lines.map(quote)];
}

function printEntry(entry: Entry): string {
  const mark = entry.obsolete ? '#~ ' : '';
  const previousMark = entry.obsolete ? '#~| ' : '#| ';
  const lines = [
    ...entry.translatorComments.map((text) => `# ${text}`.trimEnd()),
    ...entry.extractedComments.map((text) => `#. ${text}`),
    ...entry.references.map((file) => `#: ${file}`),
    ...(entry.fuzzy ? ['#, fuzzy'] : []),
  ];
  const previous = [
    ...(entry.previousContext === undefined
      ? []
      : field('msgctxt', entry.previousContext)),
    ...(entry.previousId === undefined ? [] : field('msgid', entry.previousId)),
  ];
  const current = [
    ...(entry.context === undefined ? [] : field('msgctxt', entry.context)),
    ...field('msgid', entry.id),
    ...field('msgstr', entry.text),
  ];
  lines.push(...previous.map((line) => previousMark + line));
  lines.push(...current.map((line) => mark + line));
  return lines.join('\n');
}

/**
 * Prints a catalogue as a PO file: entries in their order, obsolete ones last, lines not folded.
 *
 * @param catalogue - The catalogue.
 * @returns The text of the file, with a line feed at its end.
 */
export function printPo(
  catalogue: Pick<Catalogue, 'header' | 'entries'>,
): string {
  const entries = [
    catalogue.header,
    ...catalogue.entries.filter(({ obsolete }) => !obsolete),
    ...catalogue.entries.filter(({ obsolete }) => obsolete),
  ];
  return `${entries.map(printEntry).join('\n\n')}\n`;
}
