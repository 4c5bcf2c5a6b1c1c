import type { Parent, PhrasingContent, Root } from 'mdast';

import {
  type Catalogue,
  type Entry,
  type Message,
  messageKey,
} from '../catalogue/catalogue.ts';
import type { Problem } from '../problem.ts';
import type { CharacterRules } from '../style/character-rules.ts';
import { codeInComment } from '../style/comment-safety.ts';
import { withComments } from './code-comments.ts';
import type { References } from './inline.ts';
import { isPlainMarkdown } from './markdown-syntax.ts';
import { eachNode, isTextOnly } from './nodes.ts';
import { readTranslations } from './read-translations.ts';
import { type Refuse, translateInline } from './translate-inline.ts';
import { translateText } from './translate-text.ts';
import { type CodeUnit, type InlineUnit, type Unit, unitsOf } from './units.ts';

/** A language and its texts. */
export interface Translation {
  catalogue: Catalogue;
  /** Language of the source, for untranslated text. */
  sourceLanguage: string;
  /** Character rules of the language. */
  characters: CharacterRules;
  /** Called for each translated run of text, which development servers mark with its entry. */
  onTranslated?: (run: TranslatedRun) => void;
}

/** A translated run of text. */
export interface TranslatedRun {
  unit: InlineUnit;
  state: 'current' | 'outdated' | 'missing' | 'refused';
  /** Undefined if the catalogue lacks the message. */
  entry: Entry | undefined;
}

/** Returns the entry of a message if it is translated and current. */
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
 * Translates a page. Text without a current and valid translation stays in English and is marked with its language.
 *
 * @param tree changed in place
 * @param source the text that the tree was parsed from
 * @returns refused translations
 */
export function translateTree(
  tree: Root,
  source: string,
  translation: Translation,
): Problem[] {
  return translateUnits(tree, unitsOf(tree, source), translation);
}

/**
 * Translates the units of a page.
 *
 * @param tree changed in place
 * @param units result of `unitsOf`
 * @returns refused translations
 */
export function translateUnits(
  tree: Root,
  units: readonly Unit[],
  { catalogue, sourceLanguage, characters, onTranslated }: Translation,
): Problem[] {
  const problems: Problem[] = [];
  const refuse = (entry: Entry, text: string): void => {
    problems.push({ file: catalogue.file, line: entry.line, message: text });
  };
  const entries = units.map((unit) =>
    unit.kind === 'inline' ? currentEntry(catalogue, unit.message) : undefined,
  );
  const references = referencesOf(tree);
  const format = references.plainMarkdown ? 'md' : 'mdx';
  const readings = readTranslations(entries, references, characters);
  for (const [index, unit] of units.entries())
    if (unit.kind === 'inline') {
      const entry = entries[index];
      const reading = readings[index];
      const nodes =
        entry &&
        reading &&
        translateInline(unit.nodes, entry, reading, refuse, format);
      if (nodes === undefined) markLanguage(unit, sourceLanguage);
      else replace(unit, nodes);
      onTranslated?.({
        unit,
        state: nodes ? 'current' : stateOf(unit, catalogue),
        entry: entryOf(unit, catalogue),
      });
    } else if (unit.kind === 'code')
      translateComments(unit, catalogue, characters, refuse);
  // Attributes last, since the messages around them are compared with the English ones.
  for (const unit of units)
    if (unit.kind === 'text') {
      const entry = currentEntry(catalogue, unit.message);
      const text = entry && translateText(entry, characters, refuse);
      if (entry === undefined || text === undefined) continue;
      const problem = unit.problem?.(text);
      if (problem === undefined) unit.set(text);
      else refuse(entry, problem);
    }
  return problems;
}

function entryOf(
  { message: { context, id } }: InlineUnit,
  catalogue: Catalogue,
): Entry | undefined {
  return catalogue.byKey.get(messageKey(context, id));
}

/** Returns why a run isn't translated. */
function stateOf(
  unit: InlineUnit,
  catalogue: Catalogue,
): TranslatedRun['state'] {
  const entry = entryOf(unit, catalogue);
  if (entry === undefined || entry.text === '') return 'missing';
  return entry.fuzzy ? 'outdated' : 'refused';
}

/** Replaces the nodes of a unit; blanks and tags around them stay. */
function replace(unit: InlineUnit, nodes: PhrasingContent[]): void {
  const children: Parent['children'] = unit.parent.children;
  const [first] = unit.nodes;
  const start = first === undefined ? 0 : children.indexOf(first);
  children.splice(start, unit.nodes.length, ...nodes);
}

/** Sets `lang` on headings, cells and text-only elements; others get a span, since tight lists and labels lose their paragraph. */
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
  characters: CharacterRules,
  refuse: Refuse,
): void {
  const replacements: Parameters<typeof withComments>[2][number][] = [];
  const used: Entry[] = [];
  for (const { block, message } of comments) {
    const entry = currentEntry(catalogue, message);
    const text = entry && translateText(entry, characters, refuse);
    if (entry === undefined || text === undefined) continue;
    const lines = text.split('\n');
    if (lines.length !== block.lines.length) {
      refuse(
        entry,
        `the comment has ${count(lines.length)}; the English has ${count(block.lines.length)}, and highlights name lines; write as many lines as the msgid, with \\n between them.`,
      );
      continue;
    }
    const code = codeInComment(block.lines, lines);
    if (code !== undefined) {
      refuse(
        entry,
        `this part of the comment may be read by a tool or end the comment; there is ${JSON.stringify(code)}; delete it, or move it within the line.`,
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
  // Finds the replacement that ends its comment, and keeps the others.
  const good = replacements.filter((replacement, index) => {
    const alone = withComments(code.value, language, [replacement]);
    const entry = used[index];
    if (alone === undefined && entry !== undefined)
      refuse(
        entry,
        `the comment changes the code around it; there is ${JSON.stringify(replacement.lines.join('\n'))}; remove what ends or begins a comment.`,
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
  return { definitions, footnotes, plainMarkdown: isPlainMarkdown(tree) };
}
