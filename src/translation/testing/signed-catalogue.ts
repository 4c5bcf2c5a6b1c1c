import { expect } from 'vitest';

import type { Entry } from '../catalogue/catalogue.ts';
import { readPo } from '../catalogue/po.ts';
import { keptFrom, provenanceOf } from '../catalogue/provenance.ts';

const header = [
  'msgid ""',
  'msgstr ""',
  String.raw`"Project-Id-Version: page\n"`,
  String.raw`"PO-Revision-Date: \n"`,
  String.raw`"Last-Translator: \n"`,
  String.raw`"Language-Team: \n"`,
  String.raw`"Language: de\n"`,
  String.raw`"MIME-Version: 1.0\n"`,
  String.raw`"Content-Type: text/plain; charset=UTF-8\n"`,
  String.raw`"Content-Transfer-Encoding: 8bit\n"`,
  String.raw`"X-Translated-By: machine\n"`,
  String.raw`"X-Reviewed-By: machine\n"`,
];

/** A catalogue with entries in each state, and all comments and header fields that this site uses. */
export const signedCatalogue = `${[
  ...header,
  '',
  '# by: Ana',
  '# reviewed: Bo',
  '# kept: "It sends teh \\"event\\"."',
  '#. paragraph, in "Send"',
  '#: docs/page.mdx',
  'msgid "It sends the \\"event\\"."',
  'msgstr "Es sendet das „Ereignis“."',
  '',
  '# reviewed: no',
  '#. title of the page',
  '#: docs/page.mdx',
  '#, fuzzy',
  '#| msgctxt "label"',
  '#| msgid "Old title"',
  'msgctxt "title"',
  'msgid "New title"',
  'msgstr "Alter Titel"',
  '',
  '#. paragraph',
  '#: docs/page.mdx',
  'msgid "The server sends one event to all."',
  'msgstr "Der Server sendet allen ein Ereignis."',
].join('\n')}\n`;

/**
 * Returns the meaning of a valid PO file, independent of its formatting: each entry with its state, previous text and signatures.
 */
export function meaning(text: string) {
  const { header: head, entries, problems } = readPo(text, 'page.po');
  expect(problems).toEqual([]);
  return entries.map((entry: Entry) => ({
    id: entry.id,
    context: entry.context,
    text: entry.text,
    fuzzy: entry.fuzzy,
    previous: [entry.previousContext, entry.previousId],
    kept: keptFrom(entry),
    comments: entry.extractedComments,
    ...provenanceOf(entry, head.text),
  }));
}
