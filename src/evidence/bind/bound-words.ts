import type { LinkReference } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Binding } from './bindings.ts';
import type { Scalar } from '../record/fact.ts';
import { occurs } from '../lint/occurs.ts';
import { quoted } from '../../core/nearest.ts';
import { ChangedError, EvidenceError } from '../problem.ts';
import { isObject, type Json } from '../record/record.ts';
import type { EvidenceStore } from '../record/store.ts';
import { recordedValue, type ValueSources } from './value.ts';

/**
 * Compares bound words with the value that they rest on.
 *
 * @param node `[words][=name]`
 * @param binding what the name stands for
 * @param sources where it is recorded
 * @throws ChangedError if the value is another than the words were written for; EvidenceError if the words state
 *   another number or another outcome than the value
 */
export function checkBoundWords(
  node: LinkReference,
  binding: Binding,
  sources: ValueSources,
): void {
  const { of, kind, title } = binding;
  const measured = recordedValue(binding, sources);
  const value = String(measured);
  const words = toString(node).replaceAll(/\s+/g, ' ').trim();
  const name = `[${node.identifier}]`;
  if (words === '' || words.startsWith('=')) {
    throw new EvidenceError(
      `no words rest on ${name}. Write [words]${name}, or ${name} alone for the value.`,
    );
  }
  if (title === undefined) {
    throw new EvidenceError(
      `"${words}" rests on ${name}, whose definition does not state the value that it was written for. Write "${value}" behind its path.`,
    );
  }
  if (value !== title) {
    throw new ChangedError(
      `"${words}" rests on ${of}, which was "${title}" when it was written and is "${value}" now. Rewrite the sentence, and the title of ${name} as "${value}".`,
    );
  }
  const amount = amountOf(measured);
  if (amount !== undefined) refuseOtherNumber(words, of, amount, value);
  if (kind === 'record' && typeof measured === 'string') {
    refuseOtherOutcome(words, of, value, sources.evidence);
  }
}

/** The number of a value that is one, or is one with its unit: `30 s`. */
function amountOf(value: Scalar): string | undefined {
  return typeof value === 'string'
    ? /^(\d+(?:\.\d+)?) ?(?:\p{L}+|%)$/u.exec(value)?.[1]
    : typeof value === 'number'
      ? String(value)
      : undefined;
}

function refuseOtherNumber(
  words: string,
  of: string,
  amount: string,
  value: string,
): void {
  const numbers = numbersIn(words);
  if (numbers.length === 0 || numbers.includes(amount)) return;
  throw new EvidenceError(
    `these words say ${quoted(numbers)}, and ${of} is ${value}. Write the value itself, [=name], in place of the number.`,
  );
}

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten'.split(' ');
// "One" is mostly no number, but before a unit it is.
const NUMBER = new RegExp(
  `\\d[\\d,]*(?:\\.\\d+)?|\\b(?:${NUMBER_WORDS.join('|')})\\b(?<!\\bone(?! (?:milli)?(?:second|minute|hour)))`,
  'gi',
);

/** Numbers as a page writes them, `1,000` as `1000` and `ten` as `10`. */
function numbersIn(words: string): string[] {
  return (words.match(NUMBER) ?? []).map((number) => {
    const word = NUMBER_WORDS.indexOf(number.toLowerCase());
    return word < 0 ? number.replaceAll(',', '') : String(word);
  });
}

const NEGATED =
  /\b(?:not?|never|nobody|nothing|none|nor|neither|without|instead)\b|n't\b/i;

/** What the same key holds elsewhere in the file is what this value could have been. */
function refuseOtherOutcome(
  words: string,
  of: string,
  value: string,
  evidence: EvidenceStore,
): void {
  const says = (outcome: string) =>
    occurs(outcome.toLowerCase(), words.toLowerCase());
  // "nobody answers" says the opposite of what it holds.
  if (says(value) || NEGATED.test(words)) return;
  const [name = ''] = of.split('#');
  const key = of.slice(of.lastIndexOf('.') + 1);
  const other = outcomesOf(evidence.file(name).json, key).find(
    (outcome) => outcome !== '' && outcome !== value && says(outcome),
  );
  if (other !== undefined) {
    throw new EvidenceError(
      `these words say "${other}", and ${of} is "${value}". Write what was measured, or bind the words to another value.`,
    );
  }
}

function outcomesOf(json: Json, key: string): string[] {
  if (Array.isArray(json)) {
    return json.flatMap((item: Json) => outcomesOf(item, key));
  }
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([own, value]) =>
    own === key && typeof value === 'string' ? [value] : outcomesOf(value, key),
  );
}
