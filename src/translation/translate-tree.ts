import type { Parent, PhrasingContent, Root } from 'mdast';

import type { Catalogue, Entry } from './catalogue.ts';
import { withComments } from './code-comments.ts';
import { eachNode } from './each-node.ts';
import type { References } from './inline.ts';
import { messageKey, type Message } from './message.ts';
import type { Problem } from './problem.ts';
import { readTranslations } from './read-translations.ts';
import { isTextOnly } from './text-only.ts';
import { type Refuse, translateInline } from './translate-inline.ts';
import { translateText } from './translate-text.ts';
import { type CodeUnit, type InlineUnit, type Unit, unitsOf } from './units.ts';

/** A language, and where its words are. */
export interface Translation {
  catalogue: Catalogue;
  /** The language of the page as written, for what stays in it. */
  sourceLanguage: string;
  /** Told of every run of text, after it was said: development marks it with its entry. */
  onSaid?: (said: Said) => void;
}

/** A run of text as it now stands on the page. */
export interface Said {
  unit: InlineUnit;
  state: 'current' | 'stale' | 'missing' | 'refused';
  /** Its entry; undefined where the catalogue has none yet. */
  entry: Entry | undefined;
}

/**
 * The translation that may be shown for a message.
 *
 * @param catalogue - The catalogue of the page.
 * @param message - The message.
 * @returns Its entry if it is translated and the English has not changed since; undefined otherwise.
 */
export function currentEntry(
  catalogue: Catalogue,
  message: Pick<Message, 'id' | 'context'>,
): Entry | undefined {
  const entry = catalogue.byKey.get(messageKey(message.context, message.id));
  return entry === undefined || entry.fuzzy || entry.text === ''
    ? undefined
    : entry;
}

/**
 * Says a page in another language. What has no current translation, or one that is refused, stays English and is marked
 * with its language.
 *
 * @param tree - The page; changed in place.
 * @param source - The text that the tree was parsed from.
 * @param translation - The language.
 * @returns The translations that were refused, and why.
 */
export function translateTree(
  tree: Root,
  source: string,
  translation: Translation,
): Problem[] {
  return translateUnits(tree, unitsOf(tree, source), translation);
}

/**
 * Says a page whose units are known already.
 *
 * @param tree - The page; changed in place.
 * @param units - What `unitsOf` has found in it.
 * @param translation - The language.
 * @returns The translations that were refused, and why.
 */
export function translateUnits(
  tree: Root,
  units: readonly Unit[],
  { catalogue, sourceLanguage, onSaid }: Translation,
): Problem[] {
  const problems: Problem[] = [];
  const refuse = (entry: Entry, text: string): void => {
    problems.push({ file: catalogue.file, line: entry.line, text });
  };
  const entries = units.map((unit) =>
    unit.kind === 'inline' ? currentEntry(catalogue, unit.message) : undefined,
  );
  const readings = readTranslations(entries, referencesOf(tree));
  for (const [index, unit] of units.entries())
    if (unit.kind === 'inline') {
      const entry = entries[index];
      const reading = readings[index];
      const nodes =
        entry && reading && translateInline(unit.nodes, entry, reading, refuse);
      if (nodes === undefined) markLanguage(unit, sourceLanguage);
      else replace(unit, nodes);
      onSaid?.({
        unit,
        state: nodes ? 'current' : stateOf(unit, catalogue),
        entry: entryOf(unit, catalogue),
      });
    } else if (unit.kind === 'code') translateComments(unit, catalogue, refuse);
  // Attributes last: the messages around them are compared with the English ones.
  for (const unit of units)
    if (unit.kind === 'text') {
      const entry = currentEntry(catalogue, unit.message);
      const text = entry && translateText(entry, refuse);
      if (text !== undefined) unit.set(text);
    }
  return problems;
}

function entryOf(
  { message: { context, id } }: InlineUnit,
  catalogue: Catalogue,
): Entry | undefined {
  return catalogue.byKey.get(messageKey(context, id));
}

/** Why a run is not translated. */
function stateOf(unit: InlineUnit, catalogue: Catalogue): Said['state'] {
  const entry = entryOf(unit, catalogue);
  if (entry === undefined || entry.text === '') return 'missing';
  return entry.fuzzy ? 'stale' : 'refused';
}

/** Exchanges the nodes of a unit; blanks and tags around them keep their place. */
function replace(unit: InlineUnit, nodes: PhrasingContent[]): void {
  const children: Parent['children'] = unit.parent.children;
  const [first] = unit.nodes;
  const start = first === undefined ? 0 : children.indexOf(first);
  children.splice(start, unit.nodes.length, ...nodes);
}

/** Headings, cells and what holds text only carry the language themselves; elsewhere a span does, since tight lists and labels lose their paragraph. */
function markLanguage(unit: InlineUnit, language: string): void {
  const { parent } = unit;
  if (parent.type === 'heading' || parent.type === 'tableCell') {
    const data = (parent.data ??= {});
    data.hProperties = { ...data.hProperties, lang: language };
    return;
  }
  if (isTextOnly(parent)) {
    parent.attributes.push({
      type: 'mdxJsxAttribute',
      name: 'lang',
      value: language,
    });
    return;
  }
  replace(unit, [
    {
      type: 'sourceLanguage',
      data: { hName: 'span', hProperties: { lang: language } },
      children: unit.nodes,
    },
  ]);
}

function translateComments(
  { code, language, comments }: CodeUnit,
  catalogue: Catalogue,
  refuse: Refuse,
): void {
  const replacements: Parameters<typeof withComments>[2][number][] = [];
  const used: Entry[] = [];
  for (const { block, message } of comments) {
    const entry = currentEntry(catalogue, message);
    const text = entry && translateText(entry, refuse);
    if (entry === undefined || text === undefined) continue;
    const lines = text.split('\n');
    if (lines.length !== block.lines.length) {
      refuse(
        entry,
        `the comment has ${count(lines.length)}; the English has ${count(block.lines.length)}, and highlights name lines; write as many lines as the msgid, with \\n between them.`,
      );
      continue;
    }
    replacements.push({ block, lines });
    used.push(entry);
  }
  if (replacements.length === 0) return;
  const translated = withComments(code.value, language, replacements);
  if (translated !== undefined) {
    code.value = translated;
    return;
  }
  // One of them ends its comment: find which, and keep the others.
  const good = replacements.filter((replacement, index) => {
    const alone = withComments(code.value, language, [replacement]);
    const entry = used[index];
    if (alone === undefined && entry !== undefined)
      refuse(
        entry,
        `the comment changes the code around it; it has ${JSON.stringify(replacement.lines.join('\n'))}; take out what ends or begins a comment.`,
      );
    return alone !== undefined;
  });
  code.value = withComments(code.value, language, good) ?? code.value;
}

function count(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`;
}

function referencesOf(tree: Root): References {
  const definitions: string[] = [];
  const footnotes: string[] = [];
  eachNode([tree], (node) => {
    if (node.type === 'definition') definitions.push(node.identifier);
    else if (node.type === 'footnoteDefinition')
      footnotes.push(node.identifier);
  });
  return { definitions, footnotes };
}
