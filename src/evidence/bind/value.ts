import type { InlineCode, Text } from 'mdast';
import type { Binding } from './bindings.ts';
import { factOf, parseReference, type Scalar } from '../record/fact.ts';
import { measuredText, type Numbers } from './numbers.ts';
import { EvidenceError } from '../problem.ts';
import type { EvidenceStore } from '../record/store.ts';
import { type Lockfile, versionOf } from '../record/version.ts';

/** Where the values of a page are recorded. */
export interface ValueSources {
  readonly evidence: EvidenceStore;
  readonly lockfile: Lockfile;
}

/**
 * The value that a name stands for.
 *
 * @throws EvidenceError if there is no such value or package
 */
export function recordedValue(
  { of, kind }: Binding,
  { evidence, lockfile }: ValueSources,
): Scalar {
  return kind === 'version' ? versionOf(lockfile, of) : factOf(evidence, of);
}

/**
 * What stands for `[=name]`: numbers and amounts are text, as the page's language writes them; names, other texts, status
 * and close codes are code. The title `as code` or `as text` overrides that, and `ratio to <path>` divides by another value
 * of the file.
 *
 * @param binding what the name stands for
 * @param sources where it is recorded
 * @param numbers as the page's language writes them
 * @throws EvidenceError if there is no such value, or no such way to show it
 */
export function shownValue(
  binding: Binding,
  sources: ValueSources,
  numbers: Numbers,
): Text | InlineCode {
  const { of, kind, title } = binding;
  const value = recordedValue(binding, sources);
  const [, base] = /^ratio to (.+)$/.exec(title ?? '') ?? [];
  if (base !== undefined) {
    const other = factOf(
      sources.evidence,
      `${parseReference(of).name}#${base}`,
    );
    if (typeof value !== 'number' || typeof other !== 'number') {
      throw new EvidenceError(
        `"${of}" and "${base}" are not two numbers, so they have no ratio. Name two numbers.`,
      );
    }
    return { type: 'text', value: numbers.ratio(value, other) };
  }
  if (title !== undefined && title !== 'as code' && title !== 'as text') {
    throw new EvidenceError(
      `the title "${title}" is no way to show a value. Write "as code", "as text" or "ratio to <path>", or delete it; words that rest on the value are written [words][=name].`,
    );
  }
  const amount =
    typeof value === 'number'
      ? numbers.amount(value)
      : measuredText(String(value), numbers);
  const isText =
    title === undefined
      ? kind === 'version' || (amount !== undefined && !isCode(of))
      : title === 'as text';
  return isText
    ? { type: 'text', value: amount ?? String(value) }
    : { type: 'inlineCode', value: String(value) };
}

/** Whether a value is an HTTP status, or a close or exit code. */
function isCode(of: string): boolean {
  return /(?:status|code)$/i.test(of);
}
