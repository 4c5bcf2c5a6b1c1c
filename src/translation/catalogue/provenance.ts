import { type Entry, newCatalogue } from './catalogue.ts';
import type { Localized } from './site.ts';
import { printPo } from './po.ts';

/** The translator and the reviewer of a message. */
export interface Provenance {
  /** A name, or `machine`; undefined without a signature. */
  readonly by?: string | undefined;
  /** A name, or `machine`; undefined without a review. */
  readonly reviewed?: string | undefined;
}

/** Names of programs. Those of the first group are also names of people, so only a version may follow. */
const program =
  /^(?:(?:mt|ai|llm|gpt|claude|gemini|llama|mistral)(?:[\W_]*v?\d.*)?|(?:machine|automatic|deepl|google|chatgpt|copilot|microsoft|bing|azure|amazon|yandex|baidu|papago|libretranslate|argos|apertium|modernmt|systran)\b.*)$/i;

/** Whether a translator or reviewer is a program: `machine`, or a known translation service. */
export function isMachine(name: string | undefined): boolean {
  return name !== undefined && program.test(name.trim());
}

/** Header fields that apply to all messages without comments. */
export const headerFields = {
  by: 'X-Translated-By',
  reviewed: 'X-Reviewed-By',
} as const;

/** In `# reviewed: no`: excludes a message from the review in the header. */
const unreviewed = 'no';

/** Reads the first line of the form `name: value`. */
function fieldOf(lines: readonly string[], name: string): string | undefined {
  const start = `${name}:`;
  const line = lines.find((text) => text.startsWith(start));
  return line?.slice(start.length).trim() || undefined;
}

/** Sets or appends a line of the form `name: value`; undefined removes it. */
function withField(
  lines: readonly string[],
  name: string,
  value: string | undefined,
): string[] {
  const isField = (text: string): boolean => text.startsWith(`${name}:`);
  const index = lines.findIndex(isField);
  const result = lines.filter((text) => !isField(text));
  if (value !== undefined)
    result.splice(index === -1 ? result.length : index, 0, `${name}: ${value}`);
  return result;
}

/** Reads a header field, such as `Language`. */
export function headerField(header: string, name: string): string | undefined {
  return fieldOf(header.split('\n'), name);
}

function withComment(
  entry: Entry,
  name: string,
  value: string | undefined,
): Entry {
  return {
    ...entry,
    translatorComments: withField(entry.translatorComments, name, value),
  };
}

/** Returns the English text that was translated, if `--keep` has kept the translation since: `# kept: "…"`. */
export function keptFrom({
  translatorComments,
}: Pick<Entry, 'translatorComments'>): string | undefined {
  try {
    const text: unknown = JSON.parse(fieldOf(translatorComments, 'kept') ?? '');
    return typeof text === 'string' ? text : undefined;
  } catch {
    // Absent, or written by hand.
    return undefined;
  }
}

/** Records the English text that was translated; undefined removes the record. */
export function withKeptFrom(entry: Entry, text: string | undefined): Entry {
  return withComment(entry, 'kept', text && JSON.stringify(text));
}

/**
 * Returns the translator and the reviewer of a message. Its comments override the header; the review in the header excludes
 * messages with their own translator. Outdated and untranslated messages have no reviewer.
 *
 * @param header the text of the catalogue's header
 */
export function provenanceOf(
  {
    translatorComments,
    fuzzy,
    text,
  }: Pick<Entry, 'translatorComments' | 'fuzzy' | 'text'>,
  header: string,
): Provenance {
  if (text === '') return {};
  const by = fieldOf(translatorComments, 'by');
  const reviewed =
    fieldOf(translatorComments, 'reviewed') ??
    (by === undefined ? headerField(header, headerFields.reviewed) : undefined);
  const isReviewed =
    reviewed !== undefined && reviewed !== unreviewed && !fuzzy;
  const translator = by ?? headerField(header, headerFields.by);
  return {
    ...(translator !== undefined && { by: translator }),
    ...(isReviewed && { reviewed }),
  };
}

/** Removes the review of a message that has changed. */
export function withoutReview(entry: Entry, header: string): Entry {
  const inherits =
    fieldOf(entry.translatorComments, 'by') === undefined &&
    headerField(header, headerFields.reviewed) !== undefined;
  return withComment(entry, 'reviewed', inherits ? unreviewed : undefined);
}

/** Adds provenance comments to a message, omitting those that the header implies. */
export function signed(
  entry: Entry,
  header: string,
  { by, reviewed }: Provenance,
): Entry {
  const isOwn = by !== headerField(header, headerFields.by);
  const result = withComment(entry, 'by', isOwn ? by : undefined);
  if (reviewed === undefined) return withoutReview(result, header);
  const inherits =
    !isOwn && reviewed === headerField(header, headerFields.reviewed);
  return withComment(result, 'reviewed', inherits ? undefined : reviewed);
}

/**
 * Signs all current messages of a catalogue in its header, and in a message only if it differs.
 *
 * @param signature the translator, which replaces programs but not people, and the reviewer
 * @returns the catalogue, and how many messages are signed
 */
export function signCatalogue(
  localized: Localized,
  signature: Provenance,
): { localized: Localized; messages: number } {
  const { merged } = localized;
  const before = merged.header.text;
  let lines = before.split('\n').filter((line) => line !== '');
  for (const name of ['by', 'reviewed'] as const)
    if (signature[name] !== undefined)
      lines = withField(lines, headerFields[name], signature[name]);
  const header = [...lines, ''].join('\n');
  let messages = 0;
  const entries = merged.entries.map((entry) => {
    if (entry.obsolete || entry.text === '') return entry;
    const { by, reviewed } = provenanceOf(entry, before);
    if (!entry.fuzzy) messages += 1;
    return signed(entry, header, {
      by: by === undefined || isMachine(by) ? (signature.by ?? by) : by,
      reviewed: entry.fuzzy ? undefined : (signature.reviewed ?? reviewed),
    });
  });
  const catalogue = newCatalogue(
    merged.file,
    { ...merged.header, text: header },
    entries,
  );
  return {
    localized: { ...localized, merged: catalogue, text: printPo(catalogue) },
    messages,
  };
}
