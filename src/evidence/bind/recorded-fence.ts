import type { Code, RootContent } from 'mdast';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import { parseFenceMeta } from '../../core/fence-meta.ts';
import { exchangeText } from './exchange.ts';
import { factOf, parseReference } from '../record/fact.ts';
import type { Label } from './labels.ts';
import { nearestNames, quoted } from '../../core/nearest.ts';
import { EvidenceError } from '../problem.ts';
import type { EvidenceRecord } from '../record/record.ts';
import type { EvidenceStore } from '../record/store.ts';
import { block, eventsTable, framesTable } from './table.ts';

/** What a fence is filled from, and the words of its tables. */
export interface FenceSources {
  readonly evidence: EvidenceStore;
  readonly label: Label;
}

/**
 * What was recorded, in place of a fence with `frames=` or `output=`.
 *
 * @param node the fence; what it says after its language names the record
 * @param sources what it is filled from
 * @returns a table, or the fence with its text; nothing for a fence of another room
 * @throws EvidenceError if there is no such record, or if the text is without what `contains` says
 */
export function recordedFence(
  node: Code,
  sources: FenceSources,
): RootContent | undefined {
  const { values } = parseFenceMeta(node);
  const frames = values.get('frames');
  const output = values.get('output');
  const contains = values.get('contains');
  if (frames !== undefined) {
    const { record } = sources.evidence.file(frames);
    if (record.kind === 'websocket') {
      return block(framesTable(record, sources.label));
    }
    if (record.kind === 'event-stream') {
      return block(eventsTable(record, sources.label));
    }
    throw new EvidenceError(
      `"${frames}" is of kind "${kindOf(record)}", and frames= draws "websocket" or "event-stream". ${record.kind === 'http' ? `Write output=${frames}#<name>.` : 'Write [=name] in a sentence.'}`,
    );
  }
  if (output !== undefined) {
    const shown = outputOf(output, sources);
    if (contains !== undefined) requireText(contains, shown.value, output);
    return { ...node, meta: null, ...shown };
  }
  return undefined;
}

function outputOf(
  output: string,
  { evidence }: FenceSources,
): Pick<Code, 'lang' | 'value'> {
  const { name, path } = parseReference(output);
  const { record } = evidence.file(name);
  if (record.kind === 'values') {
    return { lang: 'text', value: String(factOf(evidence, output)) };
  }
  if (record.kind !== 'http') {
    throw new EvidenceError(
      `"${name}" is of kind "${kindOf(record)}", and output= shows one exchange of kind "http", or one value of kind "facts". Write frames= for frames and events, [=name] in a sentence for values of routes.`,
    );
  }
  const exchange = record.exchanges.get(path);
  if (!exchange) {
    const names = [...record.exchanges.keys()];
    throw new EvidenceError(
      `no evidence "${path}" in ${name}; there is ${quoted(nearestNames(path, names, names.length))}. Name one of these.`,
    );
  }
  return { lang: 'http', value: exchangeText(exchange) };
}

function kindOf(record: EvidenceRecord): string {
  return record.kind === 'values' ? record.named : record.kind;
}

/** What stands around a fence was written for this part of its text. */
function requireText(part: string, text: string, of: string): void {
  if (part === '') {
    throw new EvidenceError(
      'contains="" holds for any text. Write the part that the page tells of, or delete it.',
    );
  }
  if (text.includes(part)) return;
  throw new EvidenceError(
    `this page was written for "${part}", and ${of} is now "${text}". Write the heading and the words for this text anew, with contains="…".`,
  );
}
