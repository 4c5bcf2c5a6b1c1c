import { toString } from 'mdast-util-to-string';
import { attributesOf, type Component } from './attributes.ts';
import { factOf } from './fact.ts';
import { quoted } from './nearest.ts';
import { ChangedError, EvidenceError } from './problem.ts';
import { isObject, type Json } from './record.ts';
import type { EvidenceStore } from './store.ts';
import { occurs } from './occurs.ts';

/**
 * The words of `<Proven>`, without what binds them: a fragment has no element.
 *
 * @param node the component
 * @param evidence where the value lies
 * @returns the node as a fragment
 * @throws ChangedError if the value is another than the words were written for; EvidenceError if the words state
 *   another number or another outcome than the value, or if an attribute is wrong
 */
export function proven<Node extends Component>(
  node: Node,
  evidence: EvidenceStore,
): Node {
  const { of, text } = attributesOf(node, ['of', 'is'], 'written');
  const measured = factOf(evidence, of);
  const value = String(measured);
  const claimed = text('is');
  if (value !== claimed) {
    throw new ChangedError(
      `this sentence rests on ${of}, which was "${claimed}" when it was written and is "${value}" now. Write the sentence anew, with is="${value}".`,
      of,
    );
  }
  const words = toString(node);
  if (typeof measured === 'number') refuseOtherNumber(words, of, value);
  if (typeof measured === 'string') {
    refuseOtherOutcome(words, of, value, evidence);
  }
  return { ...node, name: null, attributes: [] };
}

function refuseOtherNumber(words: string, of: string, value: string): void {
  const numbers = numbersIn(words);
  if (numbers.length === 0 || numbers.includes(value)) return;
  throw new EvidenceError(
    `these words say ${quoted(numbers)}, and ${of} is ${value}. Write <Fact of="${of}" plain /> in place of the number.`,
  );
}

/** Numbers as a page writes them, `1,000` as `1000`. */
function numbersIn(words: string): string[] {
  return (words.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((number) =>
    number.replaceAll(',', ''),
  );
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
    (outcome) => outcome !== value && says(outcome),
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
