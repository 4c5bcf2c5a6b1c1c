import type { Nodes } from 'mdast';
import { bareNamesOf } from './bare.ts';
import { parseReference, scalarsOf } from '../record/fact.ts';
import { nearestNames, quoted } from '../../core/nearest.ts';
import type { LineProblem } from '../problem.ts';
import type { EvidenceRecord } from '../record/record.ts';
import type { EvidenceStore } from '../record/store.ts';
import { type Span, spansOf } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The measured values that prose may state only through a reference. */
export interface Measured {
  /** URL → what to write for it, the plainest reference first. */
  readonly urls: ReadonlyMap<string, readonly string[]>;
  /** Status or close code → what to write for it. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Every other recorded text. */
  readonly texts: ReadonlySet<string>;
}

/**
 * Orders the values of all evidence by what prose does with them.
 *
 * @param store the evidence
 * @param names of the files to read
 * @returns the values
 * @throws EvidenceError if a file is broken
 */
export function measuredBy(
  store: EvidenceStore,
  names: readonly string[] = store.names,
): Measured {
  const found = names
    .map((name) => ({ name, ...store.file(name) }))
    // A route says what a URL is; elsewhere it only occurs.
    .sort((a, b) => rank(a.record.kind) - rank(b.record.kind))
    .flatMap(({ name, json }) =>
      scalarsOf(json).map(({ path, value }) => ({
        of: `${name}#${path}`,
        keys: path.split('.'),
        value: String(value),
      })),
    );
  const index = (is: (value: string, key: string) => boolean) => {
    const values = new Map<string, string[]>();
    for (const { of, keys, value } of found) {
      if (!is(value, keys.at(-1) ?? '')) continue;
      values.set(value, [...(values.get(value) ?? []), of]);
    }
    return values;
  };
  return {
    urls: index((value) => /^\/[^/\s]\S*$/.test(value)),
    codes: index((_, key) => /^(?:status|code|closeCode)$/.test(key)),
    texts: new Set(found.flatMap(({ keys, value }) => [...keys, value])),
  };
}

function rank(kind: EvidenceRecord['kind']): number {
  return kind === 'routes' ? 0 : 1;
}

/**
 * Checks that what a tree says in code spans is real and that what was measured is not written by hand.
 *
 * @param tree a page as it is written, or the tree of one message of a translation
 * @param measured the evidence
 * @param vocabulary the other names that are real
 * @returns the problems, in reading order
 */
export function proseProblems(
  tree: Nodes,
  measured: Measured,
  vocabulary: Vocabulary,
): LineProblem[] {
  return spansOf(tree).flatMap(({ kind, value, line }) => {
    const messages =
      kind === 'code'
        ? codeProblem(value, measured, vocabulary)
        : bareProblems(value, measured, kind);
    return messages.map((message) => ({ line, message }));
  });
}

const METHOD = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (?=\/)/;
const ADDRESS = /^(?:wss?|https?):\/\/[^/\s]+(?=\/|$)/;

function codeProblem(
  span: string,
  measured: Measured,
  vocabulary: Vocabulary,
): string[] {
  if (!/[\p{L}\p{N}]/u.test(span)) return [];
  const url = span.replace(METHOD, '').replace(ADDRESS, '');
  if (/^\/[^/]/.test(url)) return urlProblem(span, url, measured);
  if (/^\d+$/.test(span) && (measured.codes.has(span) || isCode(span))) {
    return codeNumberProblem(span, measured);
  }
  if (/^np[mx] /.test(span)) return commandProblem(span, vocabulary);
  if (measured.texts.has(span) || vocabulary.has(span)) return [];
  return [
    `\`${span}\` is in no example and in no evidence; the nearest are ${quoted(vocabulary.like(span))}. Name what there is, or say it in words.`,
  ];
}

function urlProblem(span: string, url: string, { urls }: Measured): string[] {
  const references = urls.get(url);
  if (references) return [mustBeFact(span, references)];
  const prefix = url.replace(/\/\*{0,2}$/, '');
  const isPrefix = [...urls.keys()].some((known) =>
    known.startsWith(`${prefix}/`),
  );
  if (isPrefix && span === url) return [];
  return [
    `no run asked for \`${span}\`; the nearest are ${quoted(nearestNames(url, urls.keys()))}. Write a reference to a recorded one, [=name]; a counter-example is ~~[=name]~~.`,
  ];
}

function codeNumberProblem(span: string, { codes }: Measured): string[] {
  const references = codes.get(span);
  return [
    references
      ? mustBeFact(span, references)
      : `no run measured the code \`${span}\`; there is ${quoted([...codes.keys()].sort())}. Record it, or say it in words.`,
  ];
}

/** Whether a number can be an HTTP status, or a close code that RFC 6455 defines or leaves to apps. */
function isCode(number: string): boolean {
  return /^[1-5]\d\d$|^10(?:0\d|1[0-5])$|^4\d{3}$/.test(number);
}

function mustBeFact(span: string, references: readonly string[]): string {
  const targets = references.slice(0, 2).map((of) => {
    const { name, path } = parseReference(of);
    return `${name.replace('/', '/evidence/')}.json#${path}`;
  });
  return `\`${span}\` was measured, so it is not written by hand. Write a reference, [=name], to ${targets.join(' or ')}.`;
}

function commandProblem(span: string, { scripts, has }: Vocabulary): string[] {
  const [tool, verb = '', ...rest] = span.split(' ');
  const script = verb === 'run' ? rest.shift() : verb;
  const own = ['install', 'ci', 'init', 'pack'];
  if (tool === 'npm' && script !== undefined && !own.includes(script)) {
    if (!scripts.includes(script)) {
      return [
        `\`${span}\` runs no script; the nearest are ${quoted(nearestNames(script, scripts))}. Name one of these.`,
      ];
    }
  }
  const words = tool === 'npm' ? rest : [verb, ...rest];
  return words
    .filter((word) => !word.startsWith('-') && !has(word))
    .map(
      (word) =>
        `\`${span}\` names "${word}", which is in no example and no package. Name what there is.`,
    );
}

const BARE_CODE =
  /(?<![\w.,:/-])[1-5]\d\d(?![\w%]|[.,:/-]\d)|\b10(?:0\d|1[0-5])\b(?![.,:/-]\d)/g;

// Words that make a number a close code, whoever has measured it.
const CLOSING =
  /\b(?:close codes?|clos(?:e[sd]?|ing) with(?: the)?(?: code)?) (10(?:0\d|1[0-5])|4\d{3})\b/gi;

function bareProblems(
  text: string,
  measured: Measured,
  kind: Exclude<Span['kind'], 'code'>,
): string[] {
  const front = kind === 'front';
  // The address of a page of this site.
  if (front && text.startsWith('slug:')) return [];
  // A value is put in place of a reference, which only prose can hold.
  const words = front
    ? 'Front matter cannot hold a measured value: say it in words.'
    : 'An attribute cannot hold a measured value: say it in words.';
  const advice =
    kind !== 'prose'
      ? words
      : 'Write a reference to its value, [=name], or put a name that is in an example between backquotes.';
  const { names, rest } = bareNamesOf(text);
  const bare = names.map(
    (found) => `"${found}" stands in prose, where nothing proves it. ${advice}`,
  );
  const codes = [...rest.matchAll(BARE_CODE)]
    .filter(({ 0: code, index }) => {
      const after = rest.slice(index + code.length);
      // "200 events" counts, "404 page" does not.
      const counts = code.endsWith('00') && /^[ \u00a0]\p{L}/u.test(after);
      return measured.codes.has(code) && !counts;
    })
    .map(([code]) =>
      kind !== 'prose'
        ? `"${code}" was measured. ${advice}`
        : mustBeFact(code, measured.codes.get(code) ?? []),
    );
  return [...bare, ...codes, ...closingProblems(rest, measured)];
}

/** Close codes that are not found as bare codes: those that no run has measured, and those of apps. */
function closingProblems(text: string, measured: Measured): string[] {
  return [...text.matchAll(CLOSING)]
    .map(([, code = '']) => code)
    .filter((code) => code.startsWith('4') || !measured.codes.has(code))
    .flatMap((code) => codeNumberProblem(code, measured));
}
