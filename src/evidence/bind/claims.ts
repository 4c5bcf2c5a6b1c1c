import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { indexPage } from '../../core/page-index.ts';
import { valueName } from '../../core/value-reference.ts';
import { isComponent } from './attributes.ts';
import { bindingsOf } from './bindings.ts';
import { wordsOf } from './bound.ts';

/** A value that a page states. */
export interface StatedFact {
  readonly line: number;
  readonly of: string;
}

/** Words of a page that fail when a value changes. */
export interface BoundSentence {
  readonly line: number;
  readonly of: string;
  readonly is: string;
  readonly words: string;
}

/** A sentence that sounds measured, and that nothing binds. */
export interface LooseClaim {
  readonly line: number;
  readonly sentence: string;
}

/** What the prose of a page rests on. */
export interface PageClaims {
  readonly facts: readonly StatedFact[];
  readonly bound: readonly BoundSentence[];
  readonly loose: readonly LooseClaim[];
}

/**
 * Lists what the prose of a page rests on, and what it rests on nothing: for a reader of the report, not for a verdict.
 *
 * @param tree the page as it was parsed
 * @returns the lists in reading order; lines count in the parsed text
 */
export function claimsOf(tree: Root): PageClaims {
  const { values, elements } = indexPage(tree);
  const bindings = bindingsOf(tree);
  const facts: StatedFact[] = [];
  const bound: BoundSentence[] = [];
  for (const { name, kind, node, line } of values) {
    const { of = '', title = '' } = bindings.get(name) ?? {};
    if (kind === 'value') facts.push({ line, of });
    else bound.push({ line, of, is: title, words: wordsOf(node).join(' ') });
  }
  for (const { name, texts, node, line } of elements) {
    if (name !== 'KnownBug') continue;
    const [of = '', is = ''] = [texts.get('of'), texts.get('is')];
    bound.push({ line, of, is, words: wordsOf(node).join(' ') });
  }
  const loose: LooseClaim[] = [];
  visit(tree, (node, index) => {
    // What stands inside is bound as a whole.
    if (isComponent(node) && node.name === 'KnownBug') return SKIP;
    // The head of a table names its columns, and claims nothing.
    if (node.type === 'tableRow' && index === 0) return SKIP;
    if (node.type === 'paragraph' || node.type === 'tableCell') {
      loose.push(...looseIn(flat(node), node.position?.start.line ?? 1));
    }
    return undefined;
  });
  return { facts, bound: bound.sort((a, b) => a.line - b.line), loose };
}

// Stands for what is measured.
const MEASURED = '\u0000';

function flat(node: Nodes): string {
  if (isComponent(node) || valueName(node) !== undefined) return MEASURED;
  if ('value' in node) return node.value;
  return 'children' in node
    ? node.children.map((child: Nodes) => flat(child)).join('')
    : '';
}

const SOUNDS_MEASURED =
  /(?<!\w)\d|\b(?:(?:milli)?seconds?|minutes?|times|exits?|closes?|answer(?:s|ed)?|silent|refuse[sd]?|served|hangs?|crash(?:es)?|survives?|reconnects?|leaks?|drops?|loses?|fails?|waits?|never|always|binary)\b/i;

function looseIn(text: string, line: number): LooseClaim[] {
  const claims: LooseClaim[] = [];
  let at = 0;
  for (const sentence of text.split(/(?<=[.!?]\s+)/)) {
    if (!sentence.includes(MEASURED) && SOUNDS_MEASURED.test(sentence)) {
      claims.push({
        line: line + text.slice(0, at).split('\n').length - 1,
        sentence: sentence.replaceAll(/\s+/g, ' ').trim(),
      });
    }
    at += sentence.length;
  }
  return claims;
}
