import type { PhrasingContent } from 'mdast';
import type { MdxJsxTextElement, MdxTextExpression } from 'mdast-util-mdx';

import type { Entry } from '../catalogue/catalogue.ts';
import { blockProblem, doubledSignProblem } from './block-syntax.ts';
import { eachNode } from './nodes.ts';
import {
  addresses,
  expressionText,
  partsOf,
  tagOf,
  wordsOf,
} from './inventory.ts';
import type { Format } from './markdown-syntax.ts';
import type { Reading } from './read-translations.ts';
import { onOneLine } from './source-text.ts';
import { isEmptied, structureProblem } from './structure.ts';
import { wordlessProblem } from './translate-text.ts';
import { hasWords } from './units.ts';

/** Called for a translation that can't be shown, with the reason. */
export type Refuse = (entry: Entry, text: string) => void;

/**
 * Validates the translation of a run of Markdown, and creates its nodes.
 *
 * @param english nodes of the English; their elements, attributes and expressions move to the translation
 * @param entry entry with a current translation
 * @param reading result of `readTranslations`
 * @param format the syntax of the page
 * @returns the nodes with the blanks around the English; undefined if the translation was refused
 */
export function translateInline(
  english: readonly PhrasingContent[],
  entry: Entry,
  reading: Reading,
  refuse: Refuse,
  format: Format = 'mdx',
): PhrasingContent[] | undefined {
  if ('problem' in reading) {
    refuse(entry, reading.problem);
    return undefined;
  }
  const translation = reading.nodes;
  const difference =
    structureProblem(partsOf(english), partsOf(translation), entry) ??
    (translation.some(hasWords) &&
    !isEmptied(wordsOfAll(english), wordsOfAll(translation))
      ? undefined
      : wordlessProblem(entry)) ??
    addressProblem(english, translation) ??
    tagProblem(english, translation) ??
    blockProblem(entry.id, entry.text, format) ??
    doubledSignProblem(english, translation);
  if (difference !== undefined) {
    refuse(entry, difference);
    return undefined;
  }
  transferAttributes(translation, english);
  return withBlanksAround(translation, english);
}

/** Lists what looks like a tag in nodes whose text Docusaurus inserts into the table of contents as HTML. */
function unescapedTags(nodes: readonly PhrasingContent[]): string[] {
  const found: string[] = [];
  eachNode(nodes, (node) => {
    if (
      node.type === 'image' ||
      node.type === 'imageReference' ||
      node.type === 'linkReference' ||
      node.type === 'textDirective'
    )
      found.push(...(wordsOf(node).match(/<\S*/g) ?? []));
  });
  return found;
}

function tagProblem(
  english: readonly PhrasingContent[],
  translation: readonly PhrasingContent[],
): string | undefined {
  const ours = unescapedTags(english);
  const tag = unescapedTags(translation).find((one) => !ours.includes(one));
  return tag === undefined
    ? undefined
    : `the translation has a tag that the English lacks; there is ${JSON.stringify(tag)}; remove it.`;
}

/** Returns the text without code; other nodes are spaces. */
function textOf(node: PhrasingContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : ' ';
}

/** A name of a host, in the text of a link. */
const host = /[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}/gi;

/** Finds the text of an address that the English lacks, which could pretend that a link leads there. */
function addressProblem(
  english: readonly PhrasingContent[],
  translation: readonly PhrasingContent[],
): string | undefined {
  const ours = english.map(textOf).join('').toLowerCase();
  const links: string[] = [];
  eachNode(translation, (node) => {
    if (node.type === 'link' || node.type === 'linkReference')
      links.push(textOf(node));
  });
  const found = [
    ...(translation.map(textOf).join('').match(addresses) ?? []),
    ...links.flatMap((text) => text.match(host) ?? []),
  ].find((address) => !ours.includes(address.toLowerCase()));
  return found === undefined
    ? undefined
    : `the translation has an address that the English lacks; there is ${JSON.stringify(found)}; remove it.`;
}

function wordsOfAll(nodes: readonly PhrasingContent[]): string {
  return nodes.map(wordsOf).join('');
}

/** Adds the blanks around the English, such as in `<b>Note: </b>`, which messages lack. */
function withBlanksAround(
  translation: PhrasingContent[],
  english: readonly PhrasingContent[],
): PhrasingContent[] {
  const first = english[0];
  const last = english.at(-1);
  const before =
    first?.type === 'text' ? /^[\t\r\n ]+/.exec(first.value) : null;
  const after = last?.type === 'text' ? /[\t\r\n ]+$/.exec(last.value) : null;
  return joined([...blanks(before), ...translation, ...blanks(after)]);
}

function blanks(match: RegExpExecArray | null): PhrasingContent[] {
  return match === null ? [] : [{ type: 'text', value: onOneLine(match[0]) }];
}

/** Joins adjacent texts, since Docusaurus trims only the last one of a heading. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else result.push(node);
  }
  return result;
}

/**
 * Replaces attributes and expressions of a translation by those of the English, so that code in a catalogue is never compiled.
 * Both must have the same inventory.
 *
 * @param translation nodes of the translation; changed in place
 * @param source nodes of the English
 * @throws if the translation contains an element or expression that the English lacks
 */
function transferAttributes(
  translation: readonly PhrasingContent[],
  source: readonly PhrasingContent[],
): void {
  const elements: MdxJsxTextElement[] = [];
  const expressions: MdxTextExpression[] = [];
  eachNode(source, (node) => {
    if (node.type === 'mdxJsxTextElement') elements.push(node);
    else if (node.type === 'mdxTextExpression') expressions.push(node);
  });
  eachNode(translation, (node) => {
    if (node.type === 'mdxJsxTextElement') {
      const english = take(elements, (other) => tagOf(other) === tagOf(node));
      node.attributes = english.attributes;
      if (english.data !== undefined) node.data = english.data;
    } else if (node.type === 'mdxTextExpression') {
      const english = take(
        expressions,
        (other) => expressionText(other.value) === expressionText(node.value),
      );
      node.value = english.value;
      if (english.data !== undefined) node.data = english.data;
    }
  });
}

function take<T>(from: T[], matches: (item: T) => boolean): T {
  const [found] = from.splice(from.findIndex(matches), 1);
  if (found === undefined || !matches(found))
    throw new Error('the English lacks this element');
  return found;
}
